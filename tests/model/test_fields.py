"""The table of fields names every key of the model, and all that is said of each."""

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from pilotmap.analysis.findings.rules import RULES
from pilotmap.model.fields.field import Kind
from pilotmap.model.fields.part import Part
from pilotmap.model.fields.table import FIELDS, GATE_FIELDS, field_of, part_of
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.outcome import Outcome
from pilotmap.model.pilot import Pilot
from pilotmap.model.process import Flow, Lane, Phase, Step, System

MODELS = {
    "map": PilotMap,
    "outcome": Outcome,
    "lane": Lane,
    "system": System,
    "step": Step,
    "flow": Flow,
    "pilot": Pilot,
    "phase": Phase,
    "note": Note,
}


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_of_the_file_is_a_row(kind: str) -> None:
    assert {row.key for row in FIELDS[kind]} == set(MODELS[kind].model_fields)


def test_what_a_person_fills_in_is_told_when_it_changes() -> None:
    rows = [row for rows in FIELDS.values() for row in rows if row.caption]
    assert [row.key for row in rows if not row.changed] == []
    assert {row.kind for row in rows} <= set(get_args(Kind)) | _kinds()


def _kinds() -> set[str]:
    return {each for group in get_args(Kind) for each in get_args(group)}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_mended_at_a_field_that_there_is(rule: str) -> None:
    kind, _, key = RULES[rule].at.partition(".")
    assert not kind or field_of(kind, key)


def test_each_field_of_the_ai_is_asked_in_one_part() -> None:
    asked = {row.key: part_of("pilot", row.key) for row in FIELDS["pilot"]}
    assert {key for key, part in asked.items() if part is Part.AI_STEP} == {
        *("verdict", "step", "takes_in", "gives_out", "why_ai", "why_not"),
    }
    assert part_of("outcome", "by") is Part.OUTCOME
    assert part_of("signoffs", "it") is Part.SIGN_OFF


def models_within(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that an annotation names, and those that their fields hold."""
    for inner in get_args(annotation):
        yield from models_within(inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_within(field.annotation)


def test_every_gate_is_told_by_the_table() -> None:
    held = {
        model.__name__: model
        for part in ("feasibility", "integration", "shadow", "signoffs")
        for model in models_within(PilotMap.model_fields[part].annotation)
    }
    for name, fields in GATE_FIELDS.items():
        assert {field.key for field in fields} == set(held[name].model_fields), name
