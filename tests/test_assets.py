"""Shipped files are found in the source tree and in an installed wheel."""

import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from pilotmap.assets import resource, sample, samples
from pilotmap.layout.text.fonts import FACES
from tests.conftest import PROJECT

LARGEST_FONTS_MB = 12
# Run by a Python that sees the unpacked wheel and not the source tree.
INSTALLED = """
import pathlib, pilotmap
from pilotmap.assets import resource, samples
from pilotmap.layout.text import FACES, TextStyle, measure, shape_line
home = pathlib.Path(pilotmap.__file__).parent
assert home.is_relative_to({wheel!r}), home
assert all(face.path.is_relative_to(home / 'resources') for face in FACES)
assert resource('icons').is_relative_to(home) and samples()
assert measure('Triage', TextStyle(12)) > 0
assert not shape_line('✦ سلام', TextStyle(12)).missing
assert resource('languages/de/LC_MESSAGES/pilotmap.mo').is_relative_to(home)
"""


def test_files_are_found_by_name() -> None:
    assert resource("fonts/coverage.json").is_file()
    assert sample("tier1-support.pilotmap.json") in samples()


@pytest.mark.parametrize("name", ["fonts/none.ttf", "../pyproject.toml", "icons/../../LICENSE"])
def test_what_is_missing_or_outside_is_said(name: str) -> None:
    with pytest.raises(FileNotFoundError, match="install PilotMap again"):
        resource(name)


def test_the_fonts_are_whole_and_not_too_heavy() -> None:
    files = list(resource("fonts").glob("*.ttf"))
    assert {file.name for file in files} == {face.file for face in FACES}
    assert sum(file.stat().st_size for file in files) < LARGEST_FONTS_MB * 1e6


def test_every_font_comes_with_its_licence() -> None:
    told = resource("fonts/README.md").read_text(encoding="utf-8")
    for licence in resource("fonts").glob("*-OFL.txt"):
        assert f"`{licence.name}`" in told
    for start in ("Inter", "JetBrainsMono", "NotoEmoji", "WenQuanYiMicroHei"):
        assert list(resource("fonts").glob(f"{start}*.txt"))
    assert resource("fonts/Noto-OFL.txt").is_file()


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_icons_are_svg_in_the_colour_of_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ET.fromstring(text).tag.endswith("svg")
    assert path.stem == "pilotmap" or "currentColor" in text


@pytest.mark.slow
def test_an_installed_wheel_has_everything(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="building a wheel needs hatchling")
    build = "import hatchling.build, sys; hatchling.build.build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=PROJECT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(home)
    code = INSTALLED.format(wheel=str(home))
    environment = {"PYTHONPATH": str(home), "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
