"""The frozen base of everything in a map, and its scalar types."""

import re
import unicodedata
from datetime import date, datetime
from typing import Annotated, Any, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

LONGEST_ID: Final = 80
ID_FORM: Final = rf"^[A-Za-z0-9][A-Za-z0-9._-]{{0,{LONGEST_ID - 1}}}$"
DIGEST_FORM: Final = r"^[0-9a-f]{64}$"


class Value(BaseModel):
    """An immutable, validated part of a map; tuples only, unknown keys refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        defer_build=True,
        # a key that is a word of Python has another name here, in the file never
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    def replace(self, **changes: Any) -> Self:
        """The same value with some fields changed, validated whole; the one door for change."""
        fields = type(self).model_fields
        unknown = changes.keys() - fields.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        current = {name: getattr(self, name) for name in fields}
        return type(self).model_validate(current | changes)


def _plain(text: str) -> str:
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"}:
            raise PydanticCustomError(
                "control_character",
                "text must not hold control characters such as U+{code}",
                {"code": f"{ord(character):04X}"},
            )
    return text


def _timestamp(text: str) -> str:
    moment = None
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)", text):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
    if moment is None:
        raise PydanticCustomError(
            "timestamp", "must be a time with its offset, such as 2027-03-12T14:02:00+01:00"
        )
    return text


Text = Annotated[str, AfterValidator(_plain)]
Id = Annotated[str, Field(pattern=ID_FORM)]
Digest = Annotated[str, Field(pattern=DIGEST_FORM)]
Fraction = Annotated[float, Field(ge=0, le=1)]
Amount = Annotated[float, Field(ge=0)]
IsoDate = date
Timestamp = Annotated[
    str, AfterValidator(_timestamp), WithJsonSchema({"type": "string", "format": "date-time"})
]
