"""What a German reader gets: whole sentences, German numbers, dates and quotation marks."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from pilotmap.analysis.figures import figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.gate1 import gate1
from pilotmap.analysis.sentences import outcome_sentence
from pilotmap.analysis.time_sentences import figure_sentences
from pilotmap.analysis.with_ai import with_ai
from pilotmap.analysis.wording import decimal, hours_text, listed, long_date, percent, short_date
from pilotmap.assets import samples
from pilotmap.language import Language, speaking
from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import TextLine
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.model.reading import map_from_json
from tests.builders import map_of

TODAY = date(2027, 1, 4)


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    with speaking("de"):
        yield


def test_numbers_dates_and_lists() -> None:
    assert decimal(1234.0) == "1.234"
    assert hours_text(44.71) == "44,7 h"
    assert percent(0.005) == "0,5 %"
    assert long_date(date(2027, 6, 30)) == "30. Juni 2027"
    assert short_date(date(2027, 2, 1)) == "1. Feb. 2027"
    assert listed("abcdefg") == "a, b, c, d und 3 weitere"


def test_the_outcome_in_one_sentence(support_map: PilotMap) -> None:
    changed = edit_outcome(
        support_map, measure="Mittlere Lösungszeit", population="Tickets des First-Level-Supports"
    )
    assert outcome_sentence(changed) == (
        "Mittlere Lösungszeit für Tickets des First-Level-Supports von 48 Stunden auf 4 Stunden "
        "senken, bis zum 30. Juni 2027."
    )


def test_days_stand_in_their_case(support_map: PilotMap) -> None:
    baseline, target = support_map.outcome.baseline, support_map.outcome.target
    assert baseline is not None
    assert target is not None
    changed = edit_outcome(
        support_map,
        baseline=baseline.replace(value=14, unit="d"),
        target=target.replace(value=2.5, unit="d"),
    )
    assert "von 14 Tagen auf 2,5 Tage senken" in outcome_sentence(changed)


def test_the_times_as_they_are_read_aloud(support_map: PilotMap) -> None:
    said = figure_sentences(support_map, figures(support_map))
    assert said[0] == "Ein Fall dauert im Mittel 41,8 h."
    assert any("gemessen 48 h" in each.lower() for each in said)


def test_the_left_column(support_map: PilotMap) -> None:
    titles = [part.title for part in gate1(support_map, TODAY).parts]
    assert titles == ["Ergebnis", "Prozesskarte", "KI-Schritt", "Zusammenarbeit", "Freigabe"]


def test_what_is_unnamed_is_told_by_its_place() -> None:
    told = find(map_of("Team: Anruf\n? \n> ja: Team: Prüfen"), TODAY)
    messages = [finding.message for finding in told]
    assert any("Entscheidung ohne Namen nach „Anruf“" in message for message in messages), messages


def test_the_derived_map_speaks_german(support_map: PilotMap) -> None:
    derived = with_ai(support_map, "recommendation").map
    names = {step.name for step in derived.steps} - {step.name for step in support_map.steps}
    assert {"Sicher?", "Einverstanden?"} <= names
    assert any(name.endswith(", von Hand") for name in names)
    assert {"ja", "nein"} <= {flow.label for flow in derived.flows}
    assert derived.lanes != support_map.lanes
    assert "KI" in {lane.name for lane in derived.lanes}


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name.split(".")[0])
def test_figures_are_the_same_in_every_language(path: object) -> None:
    m = map_from_json(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    german = figures(m).as_json()
    with speaking("en"):
        english = figures(m).as_json()
    assert german == english


def words_of(pilot_map: PilotMap, language: Language) -> str:
    with speaking(language):
        derived = with_ai(pilot_map, "recommendation")
        drawing = draw_map(derived.map, tags=derived.tags)
    drawn = (line for group in drawing.groups for line in group.primitives)
    told = [line.text for line in drawn if isinstance(line, TextLine)]
    return "\n".join([*told, *(group.about for group in drawing.groups)])


def test_a_picture_in_one_language_holds_nothing_of_the_other(support_map: PilotMap) -> None:
    """What is remembered from one picture to the next must not survive a change of language."""
    english, german = words_of(support_map, "en"), words_of(support_map, "de")
    assert words_of(support_map, "en") == english
    assert "waits 14 h" in english
    assert "AI · person approves" in english
    assert "KI · Mensch stimmt zu" in german
    assert "wartet 14 h" in german
    for word in ("waits", "AI", "new", "done by", "Lane", "Handoff", "touches"):
        assert not re.search(rf"\b{word}\b", german), word
