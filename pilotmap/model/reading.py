"""From JSON text to a map, and from pydantic's errors to one clear sentence."""

from collections.abc import Sequence
from typing import Any, Final

from pydantic import ValidationError

from pilotmap.model.errors import InvalidMap
from pilotmap.model.map import PilotMap
from pilotmap.model.value import DIGEST_FORM, ID_FORM

_RULES: Final[dict[str, str]] = {
    "extra_forbidden": "this key is not known",
    "missing": "this key is missing",
    "finite_number": "numbers must be finite",
    "string_type": "must be text",
    "float_type": "must be a number",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "model_type": "must be an object in braces",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
    "date_type": "must be a date such as 2027-03-02",
    "date_parsing": "must be a date such as 2027-03-02",
    "date_from_datetime_parsing": "must be a date such as 2027-03-02",
    "date_from_datetime_inexact": "must be a date such as 2027-03-02",
}
_FORMS: Final[dict[str, str]] = {
    ID_FORM: "must be an id of letters and digits, with . _ and - in between, at most 80 in all",
    DIGEST_FORM: "must be 64 hexadecimal digits in small letters",
}
_UNION_MEMBERS: Final = {"float", "str"}  # pydantic adds them to the path; no file holds such keys


def map_from_json(text: str | bytes) -> PilotMap:
    """Read a map from JSON text.

    Raises InvalidMap with the JSON path of the first fault, the rule, and the value found.
    """
    try:
        return PilotMap.model_validate_json(text)
    except ValidationError as error:
        raise invalid_map(error) from error


def invalid_map(error: ValidationError) -> InvalidMap:
    """The first fault of a validation as an error for the user."""
    fault = error.errors(include_url=False)[0]
    context = fault.get("ctx", {})
    if fault["type"] == "invariant":
        return InvalidMap(context["place"], context["rule"], _short(context["value"]))
    rule = _RULES.get(fault["type"], fault["msg"][:1].lower() + fault["msg"][1:])
    if fault["type"] == "string_pattern_mismatch":
        rule = _FORMS.get(context["pattern"], "must be an SVG path")
    elif fault["type"] in _RULES:
        rule = rule.format(**{key: _number(value) for key, value in context.items()})
    return InvalidMap(_path(fault["loc"]), rule, _value(fault))


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
        return "an object" if isinstance(given, dict) else "a list"
    return _short(repr(given) if isinstance(given, str) else str(given))


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
