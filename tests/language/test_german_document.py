"""The German document, picture and report of a map hold no English word."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pilotmap.analysis.figures import figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.gate1 import gate1
from pilotmap.analysis.ranges import ranges
from pilotmap.analysis.with_ai import with_ai
from pilotmap.cli.check_text import check_text
from pilotmap.language import speaking
from pilotmap.layout.draw import draw_map
from pilotmap.model.pilot import MODES, Mode
from pilotmap.report.problem_definition import problem_definition
from pilotmap.report.svg import svg
from tests.language.catalogs import load_script
from tests.language.greek import greek_map
from tests.report.pdf_tools import text_of

TODAY = date(2027, 3, 5)


def words(text: str) -> set[str]:
    """Those of letters alone; a group of a fingerprint is none."""
    found = re.findall(r"(?<!\w)[A-Za-zÄÖÜäöüß]{2,}(?!\w)", text)
    return {word.lower() for word in found if not re.fullmatch("[0-9a-f]{4}", word)}


@cache
def english_words() -> frozenset[str]:
    """The words of the texts of the code that no German text has."""
    pytest.importorskip("babel", reason="the catalogs are read with Babel")
    english: set[str] = set()
    german: set[str] = set()
    for message in load_script().read("de"):
        asked = message.id if message.pluralizable else [message.id]
        said = message.string if message.pluralizable else [message.string]
        english.update(*(words(re.sub(r"\{\w+\}", " ", text)) for text in asked))
        german.update(*(words(re.sub(r"\{\w+\}", " ", text)) for text in said))
    # some German texts name steps of a sample that is in English
    return frozenset((english - german - {"ai"}) | {"the", "and", "of"})


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    with speaking("de"):
        yield


def test_the_list_holds_english_words() -> None:
    assert {"the", "step", "handoff", "wait", "with", "lane"} <= english_words()


@pytest.mark.parametrize("mode", MODES)
def test_the_document(mode: Mode, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(problem_definition(greek_map(mode), today=TODAY))
    text = text_of(path)
    assert "Problemdefinition" in text
    assert words(text) & english_words() == set()


@pytest.mark.parametrize("mode", MODES)
def test_the_picture_with_ai(mode: Mode) -> None:
    derived = with_ai(greek_map(mode))
    drawing = draw_map(derived.map, tags=derived.tags)
    told = re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<style.*?</style>", "", svg(drawing, title="Ιι")))
    assert words(told) & english_words() == set()


@pytest.mark.parametrize("mode", MODES)
def test_what_check_says(mode: Mode) -> None:
    pilot_map = greek_map(mode)
    numbers = figures(pilot_map)
    findings = find(pilot_map, TODAY, numbers=numbers)
    text = check_text(
        "κ",
        pilot_map,
        numbers,
        ranges(pilot_map, numbers),
        findings,
        gate1(pilot_map, TODAY, findings=findings),
    )
    text += " ".join(finding.fix.label for finding in findings if finding.fix)
    assert words(text) & english_words() == set()
