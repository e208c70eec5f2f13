"""What PilotMap takes from the system is listed once; all that name it name the same."""

import re

import pytest

from pilotmap.assets import resource
from pilotmap.ui.qt_check import packages_by_library, why_no_import
from tests.conftest import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
MARKERS = {
    "run: debian": ("environment", "window"),
    "run: debian, no display": ("environment",),
    "test: debian": ("environment", "window", "tests"),
}


def listed(*purposes: str) -> list[str]:
    lines = resource("system-packages.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    assert {row[0] for row in rows} == {"environment", "window", "tests"}
    return sorted(row[1] for row in rows if row[0] in purposes)


def commands(marker: str) -> list[str]:
    """The command behind a marker and those for other systems below it, each on one line."""
    _, _, after = README.partition(f"<!-- {marker} -->\n")
    below = re.split(r"^(?:<!--|##|\*\*)", after, maxsplit=1, flags=re.MULTILINE)[0]
    found = re.findall(r"^```\w+\n(.*?)^```$", below, flags=re.MULTILINE | re.DOTALL)
    return [" ".join(command.replace("\\\n", " ").split()) for command in found]


@pytest.mark.parametrize(("marker", "purposes"), MARKERS.items(), ids=str)
def test_a_command_of_the_readme_installs_what_is_listed(
    marker: str, purposes: tuple[str, ...]
) -> None:
    first, *words = commands(marker)[0].split(" && ")
    assert first == "sudo apt-get update"
    start = "sudo apt-get install -y --no-install-recommends "
    assert words[0].startswith(start)
    assert sorted(words[0].removeprefix(start).split()) == listed(*purposes)


@pytest.mark.parametrize("marker", MARKERS)
def test_the_short_commands_do_the_same_without_system_packages(marker: str) -> None:
    debian, desktop, windows = commands(marker)
    assert debian.endswith(f" && {desktop}")
    assert desktop.startswith("python3 -m venv .venv && ")
    there = desktop.replace("python3 -m", "py -m", 1).replace(".venv/bin/", ".venv\\Scripts\\")
    there = there.replace("sample_maps/", "sample_maps\\").replace("'", "")
    assert windows == there


@pytest.mark.parametrize("library", packages_by_library())
def test_a_message_names_the_package_that_is_listed(library: str) -> None:
    reason = why_no_import(ImportError(f"{library}: cannot open shared object file: No such file"))
    install = re.search(r"apt-get install ([\w. +-]+)\. ", reason)
    assert install is not None, reason
    named = install[1].split()
    assert packages_by_library()[library] in named
    assert set(named) <= set(listed("window"))


def test_the_check_installs_what_the_readme_says() -> None:
    script = (PROJECT / ".ci/run").read_text(encoding="utf-8")
    assert ".ci/block 'test: debian'" in script
    assert not set(re.findall(r"[\w.+-]+", script)) & set(listed("environment", "window", "tests"))


@pytest.mark.parametrize("marker", MARKERS)
def test_the_bare_system_is_tried_with_the_commands_of_the_readme(marker: str) -> None:
    assert f"'{marker}'" in (PROJECT / ".ci/fresh").read_text(encoding="utf-8")
