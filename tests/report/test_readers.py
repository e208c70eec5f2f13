"""Four readers that share no code take every document without complaint, and read the same."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from pilotmap.assets import samples
from pilotmap.layout.drawing import Box
from pilotmap.model.map import PilotMap
from pilotmap.report.pdf.file import pdf
from pilotmap.report.setting.page import Document, Link, Page
from pilotmap.report.setting.structure import Element
from pilotmap.storage.json_file import load
from tests.report.made import made
from tests.report.maps import every_kind

KINDS = ("signed", "endless", "worldly", "left", "empty")
NO_FAULT = {"warning: ICC support is not available"}  # of a MuPDF that was built without


def complaints(tool: str, *arguments: str) -> tuple[str, set[str]]:
    """What a tool prints, and what it complains about; skipped where it is not installed."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run([tool, *arguments], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode(), set(done.stderr.decode().splitlines()) - NO_FAULT


@pytest.fixture(params=[*samples(), *KINDS], ids=lambda each: getattr(each, "stem", each))
def document(request: pytest.FixtureRequest, support_map: PilotMap, tmp_path: Path) -> Path:
    path = tmp_path / "document.pdf"
    if isinstance(request.param, Path):
        path.write_bytes(made(load(request.param), "letter", "de"))
    else:
        path.write_bytes(made(every_kind(support_map)[request.param]))
    return path


def test_qpdf_poppler_and_mupdf_do_not_complain(document: Path, tmp_path: Path) -> None:
    said, faults = complaints("qpdf", "--check", str(document))
    assert "No syntax or stream encoding errors" in said
    assert faults == set()
    assert complaints("pdftoppm", "-r", "20", str(document), str(tmp_path / "p"))[1] == set()
    clean = str(tmp_path / "clean.pdf")
    assert complaints("mutool", "clean", "-s", str(document), clean)[1] == set()
    drawn = str(tmp_path / "drawn%d.png")
    assert complaints("mutool", "draw", "-q", "-r", "20", "-o", drawn, str(document))[1] == set()


def letters(text: str) -> Counter[str]:
    """The letters and digits of a page, whatever order a reader gives them in."""
    return Counter(sign for sign in text if sign.isalnum())


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name.partition(".")[0])
def test_readers_find_the_same_words(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "document.pdf"
    file.write_bytes(made(load(path), "letter", "de"))
    with pypdfium2.PdfDocument(file) as opened:
        in_pdfium = [letters(page.get_textpage().get_text_bounded()) for page in opened]
        assert all(page.render(scale=0.2).to_numpy().min() < 128 for page in opened)
    *in_poppler, _ = complaints("pdftotext", str(file), "-")[0].split("\f")
    *in_mupdf, _ = complaints("mutool", "draw", "-q", "-F", "text", str(file))[0].split("\f")
    assert list(map(letters, in_poppler)) == in_pdfium
    in_pdfium[-1] += letters("SIGN" * 3)  # MuPDF says so of each empty field
    assert list(map(letters, in_mupdf)) == in_pdfium


def test_a_link_to_a_place_that_is_not_there_leads_nowhere_and_spoils_nothing() -> None:
    link = Link(Box(10, 10, 50, 10), "nowhere", "Nowhere", Element("Link", alt="Nowhere"))
    data = pdf(Document("Anything", (Page(100, 100, (), (link,)),)))
    with pypdfium2.PdfDocument(data) as opened:
        assert len(opened) == 1
    assert b"/Annots" not in data
