"""From JSON text to a map, and from pydantic's errors to one clear sentence."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from pilotmap.language import N_, tr
from pilotmap.model.errors import InvalidMap, MissingKey, UnknownKey
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import SEAL_TAG, SIGNOFF_TAG
from pilotmap.model.value import DIGEST_FORM, ID_FORM

_RULES: Final[dict[str, str]] = {
    "extra_forbidden": N_("this key is not known"),
    "missing": N_("this key is missing"),
    "finite_number": N_("numbers must be finite"),
    "string_type": N_("must be text"),
    "float_type": N_("must be a number"),
    "int_type": N_("must be a whole number"),
    "bool_type": N_("must be true or false"),
    "tuple_type": N_("must be a list"),
    "model_type": N_("must be an object in braces"),
    "greater_than_equal": N_("must be at least {ge}"),
    "less_than_equal": N_("must be at most {le}"),
    "literal_error": N_("must be {expected}"),
    "date_type": N_("must be a date such as 2027-03-02"),
    "date_parsing": N_("must be a date such as 2027-03-02"),
    "date_from_datetime_parsing": N_("must be a date such as 2027-03-02"),
    "range": N_("the value must be a number between low and high"),
    "time_unit": N_("must be a unit of time: s, min, h, d or wd"),
    "control_character": N_("text must not hold control characters such as U+{code}"),
    "timestamp": N_("must be a time with its offset, such as 2027-03-12T14:02:00+01:00"),
    "date_from_datetime_inexact": N_("must be a date such as 2027-03-02"),
}
_FORMS: Final[dict[str, str]] = {
    ID_FORM: N_(
        "must be an id of letters and digits, with . _ and - in between, at most 80 in all"
    ),
    DIGEST_FORM: N_("must be 64 hexadecimal digits in small letters"),
}
_SVG_PATH: Final = N_("must be an SVG path")
_UNION_MEMBERS: Final = {"float", "str", SIGNOFF_TAG, SEAL_TAG}
"""What pydantic adds to the path; no file holds such keys."""


def map_from_json(text: str | bytes) -> PilotMap:
    """Read a map from JSON text.

    Raises InvalidMap with the JSON path of the first fault, the rule, and the value found.
    """
    try:
        return PilotMap.model_validate_json(text, by_name=False)
    except ValidationError as error:
        raise invalid_map(error) from error


def invalid_map(error: ValidationError) -> InvalidMap:
    """The first fault of a validation as an error for the user."""
    fault = error.errors(include_url=False)[0]
    context = fault.get("ctx", {})
    if fault["type"] == "invariant":
        return InvalidMap(context["place"], context["rule"], _short(context["value"]))
    kinds = {"extra_forbidden": UnknownKey, "missing": MissingKey}
    kind = kinds.get(fault["type"], InvalidMap)
    return kind(_path(fault["loc"]), _rule(fault["type"], fault["msg"], context), _value(fault))


def _rule(kind: str, message: str, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        return tr(_FORMS.get(context["pattern"], _SVG_PATH))
    if kind in _RULES:
        return tr(_RULES[kind], **{key: _number(value) for key, value in context.items()})
    return message[:1].lower() + message[1:]


def _number(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _path(location: Sequence[int | str]) -> str:
    path = "$"
    for part in location:
        if part in _UNION_MEMBERS or (isinstance(part, str) and part.startswith("function-")):
            continue
        if isinstance(part, int):
            path += f"[{part}]"
        elif part.isidentifier():
            path += f".{part}"
        else:
            path += f"[{_short(part)!r}]"
    return path


def _value(fault: Any) -> str:
    if fault["type"] in {"missing", "extra_forbidden"}:
        return ""
    given = fault["input"]
    if isinstance(given, dict | list | tuple):
        return tr("an object") if isinstance(given, dict) else tr("a list")
    return _short(repr(given) if isinstance(given, str) else str(given))


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
