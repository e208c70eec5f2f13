"""The table of fields names each field of the model once, and nothing that the model lacks."""

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from pilotmap.model.fields.table import FIELDS, GATE_FIELDS
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.outcome import Outcome
from pilotmap.model.pilot import Pilot
from pilotmap.model.process import Flow, Lane, Phase, Step, System

MODELS: dict[str, type[BaseModel]] = {
    "map": PilotMap, "outcome": Outcome, "lane": Lane, "system": System, "step": Step,
    "flow": Flow, "pilot": Pilot, "phase": Phase, "note": Note,
}  # fmt: skip


def models_within(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that an annotation names, and those that their fields hold."""
    for inner in get_args(annotation):
        yield from models_within(inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_within(field.annotation)


@pytest.mark.parametrize("element", FIELDS)
def test_every_field_of_the_model_is_a_row(element: str) -> None:
    assert [field.key for field in FIELDS[element]] == list(MODELS[element].model_fields)


def test_every_gate_is_told_by_the_table() -> None:
    held = {
        model.__name__: model
        for part in ("feasibility", "integration", "shadow", "signoffs")
        for model in models_within(PilotMap.model_fields[part].annotation)
    }
    for name, fields in GATE_FIELDS.items():
        assert {field.key for field in fields} == set(held[name].model_fields), name
