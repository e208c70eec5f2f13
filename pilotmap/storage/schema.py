"""The JSON Schema of the file, made from the model that reads it."""

from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from pilotmap.model.invariants import MOST_FLOWS, MOST_LANES, MOST_STEPS
from pilotmap.model.known import Count, Share
from pilotmap.model.map import PilotMap
from pilotmap.storage.schema_words import WORDS

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NO_CONTROL_CHARACTERS: Final = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$"
_MOST: Final = {"lanes": MOST_LANES, "steps": MOST_STEPS, "flows": MOST_FLOWS}


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that only repeat the keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema() -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, with a description of every key.

    What a schema cannot say (unique ids, references, what a flow may join) the model refuses.
    """
    made = PilotMap.model_json_schema(schema_generator=_Untitled)
    parts = {"PilotMap": made} | made["$defs"]
    _allow_plain_numbers(parts)
    for name, part in parts.items():
        part.pop("title", None)
        for key, field in part["properties"].items():
            _complete(field, WORDS[name][key])
    for key, most in _MOST.items():
        made["properties"][key]["maxItems"] = most
    return {"$schema": _DIALECT, "title": "PilotMap"} | made


def _allow_plain_numbers(parts: dict[str, Any]) -> None:
    """A share or count may be written as a number alone."""
    references = {f"#/$defs/{kind.__name__}": kind.__name__ for kind in (Share, Count)}
    for part in parts.values():
        for field in part["properties"].values():
            for variant in tuple(field.get("anyOf", ())):
                if variant.get("$ref") in references:
                    value = parts[references[variant["$ref"]]]["properties"]["value"]
                    field["anyOf"].insert(0, dict(value))


def _complete(field: dict[str, Any], words: str) -> None:
    field["description"] = words
    for variant in (field, *field.get("anyOf", ())):
        is_free_text = variant.get("type") == "string" and not variant.keys() & _BOUND
        if is_free_text:
            variant["pattern"] = _NO_CONTROL_CHARACTERS


_BOUND: Final = {"pattern", "format", "enum", "const"}
