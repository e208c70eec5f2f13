"""What each key of the file holds, for the JSON Schema: the table of fields, and all the rest."""

from typing import Final

from pilotmap.model.fields.table import FIELDS, GATE_FIELDS
from pilotmap.model.process import Step

_QUANTITY: Final = {
    "value": "The number; text where no number is known yet.",
    "unit": "s, min, h, d (24 h), wd (a working day, 8 h), or any other unit as text.",
    "basis": "How the number is known.",
    "source": "Where it was measured, or who estimated it.",
    "low": "The lowest that it may be.",
    "high": "The highest that it may be.",
}
_PLAIN: Final = {key: words for key, words in _QUANTITY.items() if key != "unit"}
_TIME: Final = {"value": "The number.", "unit": "s, min, h, d (24 h) or wd (a working day, 8 h)."}

_THINGS: Final = {"map": "PilotMap"}
_NAMES_IN_THE_FILE: Final = {
    key: field.alias for key, field in Step.model_fields.items() if field.alias
}

WORDS: Final[dict[str, dict[str, str]]] = (
    {
        _THINGS.get(element, element.capitalize()): {
            _NAMES_IN_THE_FILE.get(field.key, field.key): field.words for field in fields
        }
        for element, fields in FIELDS.items()
    }
    | {
        "Quantity": _QUANTITY,
        "Duration": _QUANTITY | _TIME,
        "Money": _QUANTITY | {"value": "The amount.", "unit": "The currency of the map."},
        "Share": _PLAIN | {"value": "The share, 0 to 1."},
        "Count": _PLAIN | {"value": "The number."},
        "Volume": _QUANTITY | {"value": "The number of cases.", "unit": "In which time."},
        "Pin": {
            "column": "The column, from 0 on the left.",
            "row": "The row within the lane, from 0 at its top.",
        },
        "Source": {
            "file": "The name of the file.",
            "sha256": "Its SHA-256, in hexadecimal digits.",
        },
        "Waiver": {
            "rule": "The rule of the finding, such as PM305.",
            "refs": "The ids that the finding names.",
            "reason": "Why it may stand.",
            "by": "Who says so.",
            "on": "Since when.",
        },
        "Attendee": {"name": "Who was in the room.", "role": "For which side."},
        "Signoff": {
            "gate": "Which gate it decides about; absent: Gate 1.",
            "seat": "Which of the three seats.",
            "name": "Who decided.",
            "title": "The person's title.",
            "decision": "What was decided.",
            "conditions": "What must happen for an approval to hold.",
            "statement": "What the person agreed to, in words.",
            "drawn": "The signature as drawn, as an SVG path.",
            "at": "When, with the offset from UTC.",
            "meaning": "The meaning of the file that it was given for.",
            "entered_by": "The account that recorded it.",
            "previous": "The id of the record before.",
            "id": "The digest of the rest of the record.",
        },
        "Condition": {"text": "What must happen.", "owner": "By whom.", "due": "Until when."},
    }
    | {name: {field.key: field.words for field in fields} for name, fields in GATE_FIELDS.items()}
)
