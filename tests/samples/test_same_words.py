"""The verdict is said with the same words on page 1, on the card, by `check` and by `status`."""

import json
from html import unescape
from pathlib import Path

import pytest

from pilotmap.analysis.figures import figures, needed_figures, quick_figures
from pilotmap.analysis.verdict_words import forecast_words, title, verdict_words
from pilotmap.language import Language, speaking, tr
from pilotmap.layout.drawing import TextLine
from pilotmap.model.map import PilotMap
from pilotmap.report.document.material import gathered
from pilotmap.report.document.pages import document
from pilotmap.report.setting.page import Document
from pilotmap.report.setting.paper import PageName
from pilotmap.storage.json_file import load
from pilotmap.ui.panels.map_says import card
from tests.cli.running import pilotmap
from tests.conftest import PROJECT, SAMPLES

MAPS = [*sorted(SAMPLES.iterdir()), *sorted((PROJECT / "tests/data/figures").iterdir())]
TOLD = {path.name.partition(".")[0]: path for path in MAPS}
FORECAST = (
    "tier1-support",
    "insurance-claims-first-notice",
    "supplier-invoices",
    "unit-hours-typed",
)


def bare(text: str) -> str:
    """Without what depends on where a line ends."""
    return "".join(text.split())


def page_one(made: Document) -> str:
    lines = (
        each.text
        for layer in made.pages[0].layers
        for each in layer.primitives
        if isinstance(each, TextLine)
    )
    return bare(" ".join(lines))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", FORECAST)
def test_page_1_says_the_verdict_and_shows_the_third_bar(name: str, language: Language) -> None:
    pilot_map = load(TOLD[name])
    with speaking(language):
        numbers = figures(pilot_map)
        said = page_one(document(gathered(pilot_map)))
        assert bare(verdict_words(pilot_map, numbers)) in said
        bars = (tr("Today"), tr("With this pilot"), tr("Target"))
        places = [said.index(bare(bar)) for bar in bars]
        assert places == sorted(places)
        assert bare(forecast_words(pilot_map, numbers)) in said


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["leave", "nested3", "returns-desk-unfinished"])
def test_page_1_without_a_forecast_shows_no_third_bar(name: str, language: Language) -> None:
    with speaking(language):
        assert bare(tr("With this pilot")) not in page_one(document(gathered(load(TOLD[name]))))


@pytest.mark.parametrize("paper", ["a4", "a3", "letter"])
@pytest.mark.parametrize("name", ["insurance-claims-first-notice", "supplier-invoices"])
def test_page_1_breaks_on_no_paper(name: str, paper: PageName) -> None:
    made = document(gathered(load(TOLD[name])), paper)
    assert bare("Signed off by") in page_one(made)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", TOLD)
def test_the_card_says_what_check_says(name: str, language: Language) -> None:
    pilot_map = load(TOLD[name])
    with speaking(language):
        numbers = needed_figures(pilot_map)
        heading, _, why = card(pilot_map, numbers, "#000")
        if numbers.verdict is None:
            assert not heading
            return
        assert heading == title(numbers)
        reason = verdict_words(pilot_map, numbers).removeprefix(f"{heading}: ")
        assert reason[1:] in unescape(why)


@pytest.mark.parametrize("language", ["en", "de"])
def test_status_says_what_check_says(tmp_path: Path, language: Language) -> None:
    names = [name for name in TOLD if not _has_parallel_work(load(TOLD[name]))]
    for name in names:
        (tmp_path / TOLD[name].name).write_bytes(TOLD[name].read_bytes())
    rows = json.loads(
        pilotmap("status", tmp_path, "--format", "json", "--language", language).stdout
    )
    table = bare(pilotmap("status", tmp_path, "--language", language).stdout)
    assert len(rows) == len(names)
    with speaking(language):
        for row in rows:
            pilot_map = load(Path(row["file"]))
            numbers = quick_figures(pilot_map)
            assert row["verdict"] == numbers.verdict
            assert row["verdict_title"] == title(numbers)
            assert row["verdict_words"] == verdict_words(pilot_map, numbers)
            assert bare(title(numbers)) in table
        one = load(TOLD["tier1-support"])
        said = pilotmap("check", TOLD["tier1-support"], "--language", language).stdout
        assert bare(verdict_words(one, quick_figures(one))) in bare(said)


def _has_parallel_work(pilot_map: PilotMap) -> bool:
    return any(step.kind == "parallel" for step in pilot_map.steps)
