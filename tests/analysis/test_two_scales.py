"""No sentence sets a figure of the map beside a measured one, but the one that names both."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from random import Random

import pytest

from pilotmap.analysis.figures import Figures, figures
from pilotmap.analysis.findings import find
from pilotmap.analysis.range_words import influence_words, range_sentences
from pilotmap.analysis.ranges import Ranges, ranges
from pilotmap.analysis.time_sentences import figure_sentences
from pilotmap.analysis.verdict_words import scale_words
from pilotmap.analysis.wording import decimal
from pilotmap.language import Language, speaking
from pilotmap.layout.drawing import TextLine
from pilotmap.model.edits.fields import edit_map, edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import MODES
from pilotmap.report.document.material import gathered
from pilotmap.report.document.pages import document
from pilotmap.storage.json_file import load
from pilotmap.ui.panels.map_says import card
from tests.analysis.random_maps import random_map
from tests.analysis.small import marked
from tests.conftest import PROJECT, SAMPLES

TODAY = date(2027, 3, 5)
MAPS = [*sorted(SAMPLES.iterdir()), *sorted((PROJECT / "tests/data/figures").iterdir())]
OF_THE_MAP = ("today", "with_ai", "floor", "saving", "ai_share", "expected_elapsed", "returns")
MEASURED = ("forecast", "forecast_hopeful", "best_case", "best_case_hopeful", "stated_baseline")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def texts(numbers: Figures, names: tuple[str, ...]) -> set[str]:
    """The figures as sentences write them in hours."""
    return written(getattr(numbers, name) for name in names)


def written(values: Iterable[float | None]) -> set[str]:
    """As text; small and whole numbers say too little to be told apart from others."""
    found = {decimal(value) for value in values if value is not None and value >= 5}
    return {text for text in found if not text.isdigit()}


def mixed(sentences: Iterator[str], numbers: Figures, more: set[str]) -> list[str]:
    """The sentences with figures of both scales, of those that are written only one way."""
    of_the_map, measured = texts(numbers, OF_THE_MAP), texts(numbers, MEASURED) | more
    both = of_the_map & measured
    found = []
    for one in sentences:
        told = set(NUMBER.findall(one)) - both
        if told & of_the_map and told & measured:
            found.append(one)
    return found


def split(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+(?=\D)|\n", text)


def told(pilot_map: PilotMap, numbers: Figures, sure: Ranges) -> Iterator[str]:
    """Every sentence of window, `check` and findings."""
    _, _, why = card(pilot_map, numbers, "#000")
    parts = [
        *figure_sentences(pilot_map, numbers),
        *range_sentences(pilot_map, sure),
        *(influence_words(pilot_map, one) for one in sure.influence),
        *(finding.message for finding in find(pilot_map, TODAY, numbers=numbers)),
        unescape(re.sub("<[^>]*>", "", why)),
    ]
    for part in parts:
        yield from split(part)


def measured_ends(sure: Ranges) -> set[str]:
    ends = [end for one in sure.influence for end in (one.forecast_low, one.forecast_high)]
    return written([*ends, sure.forecast_p10, sure.forecast_p90])


def assert_apart(pilot_map: PilotMap) -> None:
    numbers = figures(pilot_map)
    sure = ranges(pilot_map, numbers, draws=100)
    named = scale_words(pilot_map, numbers)
    sentences = (one for one in told(pilot_map, numbers, sure) if one != named)
    assert mixed(sentences, numbers, measured_ends(sure)) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name.partition(".")[0])
def test_no_sentence_of_samples_and_small_maps(path: object, language: Language) -> None:
    with speaking(language):
        assert_apart(load(path))


@pytest.mark.parametrize("seed", range(60))
def test_no_sentence_of_random_maps(seed: int) -> None:
    random = Random(seed)
    pilot_map = random_map(random, 10)
    steps = [step.id for step in pilot_map.steps if step.kind == "step"]
    if not steps:
        return
    today = figures(pilot_map).expected_elapsed or 1.0
    baseline = today * random.uniform(0.6, 1.9) + 0.37
    pilot_map = edit_outcome(
        edit_map(pilot_map, volume={"value": 3.0, "unit": "per day"}),
        change="reduce",
        baseline={"value": baseline, "unit": "h"},
        target={"value": baseline * random.uniform(0.2, 0.95), "unit": "h"},
    )
    assert_apart(
        marked(
            pilot_map,
            random.choice(steps),
            mode=random.choice(MODES),
            escalates_to=pilot_map.lanes[0].id,
            human=pilot_map.lanes[0].id,
            unsure={"value": 0.1},
            rejected={"value": 0.2},
            review={"value": 7.0, "unit": "min"},
            review_wait={"value": random.choice((0.5, 40.0)), "unit": "h"},
        )
    )


@pytest.mark.parametrize(
    "name", ["tier1-support", "supplier-invoices", "insurance-claims-first-notice"]
)
def test_no_sentence_of_the_document(name: str) -> None:
    pilot_map = load(SAMPLES / f"{name}.pilotmap.json")
    numbers = figures(pilot_map)
    named = set(split(scale_words(pilot_map, numbers)))
    said: dict[int, list[str]] = {}
    for page in document(gathered(pilot_map)).pages:
        for layer in page.layers:
            lines = [each.text for each in layer.primitives if isinstance(each, TextLine)]
            said.setdefault(id(layer.element), []).extend(lines if layer.element else [])
    whole = [" ".join(" ".join(lines).split()) for lines in said.values()]
    sentences = [one for text in whole for one in split(text) if one not in named]
    assert any("the target is" in one for one in sentences)
    assert mixed(iter(sentences), numbers, set()) == []


def test_a_sentence_with_both_is_found() -> None:
    numbers = figures(load(SAMPLES / "tier1-support.pilotmap.json"))
    wrong = "The case takes 41.8 h, and 36.5 h with the pilot."
    assert mixed(iter([wrong]), numbers, set()) == [wrong]
