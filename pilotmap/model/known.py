"""How a number is known, the range it lies in, and the numbers without a unit."""

from functools import cache
from typing import Any, Final, Literal, Self

from pydantic import (
    ModelWrapValidatorHandler,
    SerializerFunctionWrapHandler,
    TypeAdapter,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from pilotmap.language import N_
from pilotmap.model.value import Amount, Fraction, Text, Value

Basis = Literal["measured", "estimated", "guessed"]

BASIS_WORDS: Final[dict[Basis, str]] = {
    "measured": N_("measured"),
    "estimated": N_("estimated"),
    "guessed": N_("guessed"),
}


def in_range(value: object, low: float | None, high: float | None) -> bool:
    """Whether a number lies between two others, of which either may be open."""
    if not isinstance(value, float):
        return low is None and high is None
    return (low is None or low <= value) and (high is None or value <= high)


def check_range(value: object, low: float | None, high: float | None) -> None:
    """Refuse a number outside of its range, and a range around no number."""
    if not in_range(value, low, high):
        raise PydanticCustomError("range", "the value must be a number between low and high")


class Known(Value):
    """A number without a unit; in the file a plain number where nothing more is said of it."""

    value: Any
    basis: Basis | None = None
    source: Text = ""
    low: Any = None
    high: Any = None

    @model_validator(mode="wrap")
    @classmethod
    def _read_plain(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(given, int | float) and not isinstance(given, bool):
            given = {"value": _plain(cls).validate_python(float(given))}
        elif not isinstance(given, dict | Known):
            raise PydanticKnownError("float_type")
        return handler(given)

    @model_validator(mode="after")
    def _lies_in_its_range(self) -> Self:
        check_range(self.value, self.low, self.high)
        return self

    @model_serializer(mode="wrap")
    def _write_plain(self, handler: SerializerFunctionWrapHandler) -> Any:
        return self.value if self.is_plain else handler(self)

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the number is said."""
        return self.basis is None and not self.source and self.low is None and self.high is None

    def renumbered(self, number: float) -> dict[str, Any]:
        """Another number with what was known of this one, to be validated by the field it is for.

        The range stays only where the number still lies in it.
        """
        kept = {"value": number, "basis": self.basis, "source": self.source}
        ranged = in_range(number, self.low, self.high)
        return kept | ({"low": self.low, "high": self.high} if ranged else {})


class Share(Known):
    """A share of cases, 0 to 1."""

    value: Fraction
    low: Fraction | None = None
    high: Fraction | None = None


class Count(Known):
    """A number of people, of whom one may be there half a day."""

    value: Amount
    low: Amount | None = None
    high: Amount | None = None


def number_of(known: Known | float | None) -> float | None:
    """The number alone, None where nothing is said."""
    return float(known.value) if isinstance(known, Known) else known


@cache
def _plain(kind: type[Known]) -> TypeAdapter[float]:
    return TypeAdapter(kind.model_fields["value"].rebuild_annotation())
