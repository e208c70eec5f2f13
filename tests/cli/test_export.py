"""`pilotmap export`: documents, pictures and geometry, written whole or not at all."""

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pilotmap.cli.main import run
from pilotmap.report.attachment import map_of_pdf
from pilotmap.storage.json_file import load
from tests.cli.running import pilotmap, refusal
from tests.conftest import SAMPLES
from tests.report.pdf_tools import pages_of

SUPPORT = SAMPLES / "tier1-support.pilotmap.json"
UNFINISHED = SAMPLES / "returns-desk-unfinished.pilotmap.json"


def texts(svg: bytes) -> str:
    return " ".join(" ".join(ElementTree.fromstring(svg).itertext()).split())


def test_the_pdf_carries_the_map(tmp_path: Path) -> None:
    ran = pilotmap("export", SUPPORT, "-o", tmp_path / "a.pdf")
    assert (ran.returncode, ran.stderr) == (0, "")
    data = (tmp_path / "a.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert map_of_pdf(data) == load(SUPPORT)


def test_the_smallest_type_is_said_before_the_document_is_written(tmp_path: Path) -> None:
    a4 = pilotmap("export", SUPPORT, "-o", tmp_path / "a.pdf").stdout.splitlines()
    a3 = pilotmap("export", SUPPORT, "-o", tmp_path / "b.pdf", "--page", "a3").stdout.splitlines()
    assert a4[0].startswith("The smallest type on the printed map is ")
    assert a4[0].endswith(" pt.")
    assert a3[0].endswith(" pt.")
    assert a4[1].startswith("Wrote ")


def test_the_document_is_said_in_the_language_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    assert run(["export", str(SUPPORT), "-o", str(file), "--language", "de"]) == 0
    data = file.read_bytes()
    assert b"/Lang (de)" in data
    assert b'"language": "de"' in data


@pytest.mark.parametrize("page", ["a4", "a3", "letter"])
def test_the_paper_is_chosen(page: str, tmp_path: Path) -> None:
    assert run(["export", str(SUPPORT), "-o", str(tmp_path / "a.pdf"), "--page", page]) == 0
    assert (tmp_path / "a.pdf").stat().st_size > 10_000


def test_the_picture_names_every_step(tmp_path: Path) -> None:
    assert pilotmap("export", SUPPORT, "-o", tmp_path / "a.svg").returncode == 0
    said = texts((tmp_path / "a.svg").read_bytes())
    for step in load(SUPPORT).steps:
        assert all(word in said for word in step.name.split())


def test_the_picture_with_ai_is_another(tmp_path: Path) -> None:
    today, with_ai = tmp_path / "today.svg", tmp_path / "with-ai.svg"
    assert run(["export", str(SUPPORT), "-o", str(today), "--view", "today"]) == 0
    assert run(["export", str(SUPPORT), "-o", str(with_ai), "--view", "with-ai"]) == 0
    assert "Approve?" in texts(with_ai.read_bytes())
    assert "Approve?" not in texts(today.read_bytes())


def test_the_png_is_a_png(tmp_path: Path) -> None:
    assert run(["export", str(SUPPORT), "-o", str(tmp_path / "a.PNG")]) == 0
    assert (tmp_path / "a.PNG").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_the_geometry_places_everything(tmp_path: Path) -> None:
    assert run(["export", str(SUPPORT), "-o", str(tmp_path / "a.json")]) == 0
    data = json.loads((tmp_path / "a.json").read_bytes())
    pilot_map = load(SUPPORT)
    assert [step["id"] for step in data["steps"]] == [step.id for step in pilot_map.steps]
    assert {flow["id"] for flow in data["flows"]} == {flow.id for flow in pilot_map.flows}
    assert {lane["id"] for lane in data["lanes"]} == {lane.id for lane in pilot_map.lanes}


@pytest.mark.parametrize("suffix", ["pdf", "svg", "png", "json"])
def test_a_map_with_errors_is_exported_too(suffix: str, tmp_path: Path) -> None:
    out = tmp_path / f"a.{suffix}"
    assert run(["export", str(UNFINISHED), "-o", str(out)]) == 0
    assert out.stat().st_size > 500


@pytest.mark.parametrize("suffix", ["pdf", "svg", "png", "json"])
def test_an_empty_map_is_exported_too(suffix: str, tmp_path: Path) -> None:
    file, out = tmp_path / "a.pilotmap.json", tmp_path / f"b.{suffix}"
    assert run(["new", "-o", str(file)]) == 0
    assert run(["export", str(file), "-o", str(out)]) == 0
    assert out.stat().st_size > 20


def test_a_draft_says_so(tmp_path: Path) -> None:
    assert run(["export", str(UNFINISHED), "-o", str(tmp_path / "a.pdf")]) == 0
    pages = pages_of(tmp_path / "a.pdf")
    assert pages
    assert all("DRAFT" in page for page in pages)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["MAP", "-o", "a.bpmn"], "must end in one of .pdf, .svg, .png, .json"),
        (["MAP", "-o", "a"], "must end in one of .pdf, .svg, .png, .json"),
        (["MAP", "-o", "a.svg", "--page", "a3"], "--page is for .pdf only"),
        (["MAP", "-o", "a.pdf", "--view", "today"], "--view is for pictures"),
        (["MAP", "-o", "a.pilotmap.json"], "is the name of a map, not of its geometry"),
        (["plain.json", "-o", "./plain.json"], "is what is read: choose another name"),
        (["none.json", "-o", "a.pdf"], "none.json does not exist"),
        ([str(UNFINISHED), "-o", "a.svg", "--view", "with-ai"], "has no picture With AI"),
        (["MAP", "-o", "missing/a.pdf"], "its folder does not exist"),
        (["MAP", "-o", "folder.svg"], "a folder has this name"),
    ],
)
def test_what_cannot_be_exported(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "plain.json").write_bytes(SUPPORT.read_bytes())
    assert run(["export", *(str(SUPPORT) if word == "MAP" else word for word in arguments)]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert sorted(os.listdir(tmp_path)) == ["folder.svg", "plain.json"]  # noqa: PTH208
    assert (tmp_path / "plain.json").read_bytes() == SUPPORT.read_bytes()


def test_a_target_that_is_full_leaves_one_line(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (tmp_path / "full.svg").symlink_to("/dev/full")
    line = refusal(pilotmap("export", SUPPORT, "-o", tmp_path / "full.svg"))
    assert "no space is left on the disk" in line
