"""The JSON Schema accepts what PilotMap writes, and refuses what the model refuses."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from pilotmap.model.errors import UnreadableFile
from pilotmap.model.map import PilotMap
from pilotmap.storage.json_file import from_bytes, to_bytes
from pilotmap.storage.schema import schema
from pilotmap.storage.schema_words import WORDS
from tests.conftest import PROJECT, SAMPLES
from tests.model.strategies import maps

VALIDATOR = Draft202012Validator(schema())
FROZEN = PROJECT / "tests" / "data" / "version-3.pilotmap.json"
FILES = [*sorted(SAMPLES.glob("*.json")), FROZEN]


def test_it_is_a_schema_of_the_named_draft_without_an_id() -> None:
    made = schema()
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in made


def test_every_key_is_described_and_no_word_is_left_over() -> None:
    made = schema()
    parts = {"PilotMap": made} | made["$defs"]
    assert {name: set(part["properties"]) for name, part in parts.items()} == {
        name: set(words) for name, words in WORDS.items()
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_accepts_samples(path: Any) -> None:
    VALIDATOR.validate(json.loads(path.read_bytes()))


@given(maps())
@settings(max_examples=30, deadline=None)
def test_it_accepts_whatever_is_saved(pilot_map: PilotMap) -> None:
    VALIDATOR.validate(json.loads(to_bytes(pilot_map)))


Change = Callable[[Any], object]


@pytest.mark.parametrize(
    "change",
    [
        lambda pilot_map: pilot_map.update(titel="x"),
        lambda pilot_map: pilot_map.update(version=4),
        lambda pilot_map: pilot_map.update(version="1"),
        lambda pilot_map: pilot_map.update(format="bpmn"),
        lambda pilot_map: pilot_map.pop("format"),
        lambda pilot_map: pilot_map.pop("version"),
        lambda pilot_map: pilot_map.update(title=3),
        lambda pilot_map: pilot_map.update(title="bell \u0007"),
        lambda pilot_map: pilot_map.update(title=None),
        lambda pilot_map: pilot_map.update(steps={}),
        lambda pilot_map: pilot_map["steps"][0].update(kind="task"),
        lambda pilot_map: pilot_map["steps"][0].pop("lane"),
        lambda pilot_map: pilot_map["steps"][0].update(id=""),
        lambda pilot_map: pilot_map["steps"][0].update(id="with space"),
        lambda pilot_map: pilot_map["steps"][1]["work"].update(unit="weeks"),
        lambda pilot_map: pilot_map["steps"][1]["work"].update(value=-1),
        lambda pilot_map: pilot_map["steps"][1]["work"].update(value="5"),
        lambda pilot_map: pilot_map["steps"][1]["work"].update(basis="known"),
        lambda pilot_map: pilot_map["steps"][0].update(pin={"column": -1, "row": 0}),
        lambda pilot_map: pilot_map["steps"][0].update(pin={"column": 1.5, "row": 0}),
        lambda pilot_map: pilot_map["flows"][3].update(share=1.5),
        lambda pilot_map: pilot_map["flows"][3].update(share="60 %"),
        lambda pilot_map: pilot_map["flows"][3].update(share={"value": 0.5, "unit": "%"}),
        lambda pilot_map: pilot_map["flows"][3].update(share=True),
        lambda pilot_map: pilot_map["flows"][3].update(rework=1),
        lambda pilot_map: pilot_map["flows"][0].update(through_system=""),
        lambda pilot_map: pilot_map["steps"][0].update(with_lanes=["agent"]),
        lambda pilot_map: pilot_map["lanes"][0].update(people="three"),
        lambda pilot_map: pilot_map["outcome"].update(about="effort"),
        lambda pilot_map: pilot_map["pilot"].update(error_share=2),
        lambda pilot_map: pilot_map["source"].update(sha256="abc"),
        lambda pilot_map: pilot_map["pilot"].update(mode="automatic"),
        lambda pilot_map: pilot_map["pilot"].update(irreversible="no"),
        lambda pilot_map: pilot_map["volume"].update(unit="per year"),
        lambda pilot_map: pilot_map["lanes"][0].update(colour="red"),
        lambda pilot_map: pilot_map["signoffs"][0].update(meaning="abc"),
        lambda pilot_map: pilot_map.update(
            lanes=[{"id": f"l{n}", "name": "", "kind": "team"} for n in range(201)]
        ),
    ],
)
def test_it_refuses_what_the_model_refuses(change: Change) -> None:
    data = json.loads(FROZEN.read_bytes())
    VALIDATOR.validate(data)
    change(data)
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(UnreadableFile):
        from_bytes(json.dumps(data).encode(), "a")
