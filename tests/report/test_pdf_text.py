"""Text in a PDF stands where the measure says, glyph for glyph."""

import re
from pathlib import Path

import pytest

from pilotmap.layout.drawing import Box, Drawing, Geometry, Group, TextLine
from pilotmap.layout.text.shaping import shape_line
from pilotmap.layout.text.style import TextStyle
from pilotmap.report.pdf.drawing import drawing_pdf
from pilotmap.report.pdf.fonts import FontBook, to_unicode
from pilotmap.report.pdf.glyphs import clusters
from tests.report.maps import SCRIPTS
from tests.report.pdf_tools import run

SIZE = 24.0


def one_line(text: str, weight: int = 400) -> Drawing:
    shaped = shape_line(text, TextStyle(SIZE, weight))  # type: ignore[arg-type]
    line = TextLine(50, 60, shaped, SIZE, weight, "ink")  # type: ignore[arg-type]
    group = Group("s1", "step", Box(0, 0, 100, 100), (line,))
    return Drawing(Geometry(900, 100, (), (), ()), (group,))


@pytest.mark.parametrize("text", ["AVATAR", "Tolkien", "WAVE", "fi", "Zürich"])
@pytest.mark.parametrize("weight", [400, 700])
def test_kerned_words_are_as_wide_as_measured(text: str, weight: int, tmp_path: Path) -> None:
    path = tmp_path / "line.pdf"
    path.write_bytes(drawing_pdf(one_line(text, weight)))
    found = re.search(r'<word xMin="([\d.]+)" .*xMax="([\d.]+)".*>(.+)</word>',
                      run("pdftotext", "-bbox", str(path), "-"))  # fmt: skip
    assert found is not None
    measured = shape_line(text, TextStyle(SIZE, weight)).width  # type: ignore[arg-type]
    assert found[3] == text
    assert float(found[1]) == pytest.approx(50, abs=0.05)
    assert float(found[2]) == pytest.approx(50 + measured, abs=0.1)


@pytest.mark.parametrize("text", SCRIPTS)
def test_the_clusters_of_a_line_hold_its_whole_text(text: str) -> None:
    runs = shape_line(text, TextStyle(SIZE)).runs
    for each in runs:
        parts = sorted(
            clusters(each), key=lambda cluster: min(glyph.cluster for glyph in cluster.glyphs)
        )
        assert "".join(cluster.text for cluster in parts) == each.text


def test_one_shape_for_two_texts_keeps_them_apart() -> None:
    face = FontBook().face("Inter-Regular")
    space, no_break = face.code(3, " "), face.code(3, "\u00a0")
    assert space != no_break
    assert face.code(3, " ") == space


def test_the_map_to_unicode_holds_every_code_in_blocks_of_a_hundred() -> None:
    used = (*tuple((glyph, chr(19968 + glyph)) for glyph in range(250)), (7, "😀"), (8, ""))
    text = to_unicode(used).decode()
    assert re.findall(r"(\d+) beginbfchar", text) == ["100", "100", "51"]
    assert "<0001> <4E00>" in text
    assert "<00FB> <D83DDE00>" in text
    assert "<00FC>" not in text
