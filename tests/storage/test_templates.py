"""What a new map can start from."""

import pytest

from pilotmap.model.errors import UnreadableFile
from pilotmap.model.known import number_of
from pilotmap.model.map import empty_map
from pilotmap.storage.json_file import load, to_bytes
from pilotmap.storage.templates import template, templates
from tests.conftest import SAMPLES

NAMES = [offered.name for offered in templates()]


def test_blank_comes_first_and_every_finished_sample_follows() -> None:
    finished = [path.name.removesuffix(".pilotmap.json") for path in sorted(SAMPLES.glob("*.json"))]
    assert ["blank", *(name for name in finished if "unfinished" not in name)] == NAMES
    assert template("blank") == empty_map()


@pytest.mark.parametrize("name", NAMES[1:])
def test_a_template_claims_nothing_that_was_not_measured(name: str) -> None:
    text = to_bytes(template(name)).decode()
    assert '"measured"' not in text
    assert '"estimated"' not in text
    assert template(name).notes == ()
    assert template(name).opened is None
    assert template(name).outcome.by is None


@pytest.mark.parametrize("name", NAMES[1:])
def test_a_template_keeps_the_process_and_the_answers(name: str) -> None:
    sample, made = load(SAMPLES / f"{name}.pilotmap.json"), template(name)
    assert [step.name for step in made.steps] == [step.name for step in sample.steps]
    assert [made.clock.hours(step) for step in made.steps] == [
        sample.clock.hours(step) for step in sample.steps
    ]
    for flow, known in zip(made.flows, sample.flows, strict=True):
        assert number_of(flow.share) == number_of(known.share)
        assert flow.replace(share=None, returned=None) == known.replace(share=None, returned=None)
    assert made.pilot.sees == sample.pilot.sees


def test_an_unknown_template_names_those_there_are() -> None:
    with pytest.raises(UnreadableFile, match="choose one of blank, eingangsrechnungen"):
        template("../secret")
