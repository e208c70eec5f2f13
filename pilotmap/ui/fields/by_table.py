"""The control for a field, from its row in the table of fields."""

from collections.abc import Callable
from typing import Any, Final

from pilotmap.language import tr
from pilotmap.model.fields import field as table
from pilotmap.ui.fields import reading
from pilotmap.ui.fields.chips import ChipsField
from pilotmap.ui.fields.choice import ChoiceField, YesNoField
from pilotmap.ui.fields.date import DateField
from pilotmap.ui.fields.field import Field
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.fields.number import NumberField
from pilotmap.ui.fields.paragraph import ParagraphField

Read = Callable[[str], Any]
Show = Callable[[Any], str]

LINES: Final[dict[table.Kind, tuple[Read, Show]]] = {
    "text": (reading.read_text, reading.text_text),
    "paragraph": (reading.read_text, reading.text_text),
    "date": (reading.read_date, reading.date_text),
    "time": (reading.read_duration, reading.duration_text),
    "share": (reading.read_share, reading.share_text),
    "number": (reading.read_number, reading.amount_text),
    "count": (reading.read_number, reading.amount_text),
    "money": (reading.read_number, reading.amount_text),
    "volume": (reading.read_number, reading.amount_text),
    "quantity": (reading.read_amount, reading.amount_text),
}
"""How what is typed becomes a value, and how a value is shown to be typed at."""
KNOWN: Final = frozenset({"time", "share", "count", "money", "volume", "quantity"})
"""The kinds of numbers that say how they are known."""


def field_for(row: table.Field, caption: str | None = None) -> Field:
    """The control for a field, under its own caption or another one."""
    caption, example = tr(row.caption) if caption is None else caption, tr(row.example)
    if row.kind == "yes_no":
        return YesNoField(caption)
    if row.kind == "paragraph":
        return ParagraphField(caption, example)
    if row.kind == "date":
        return DateField(caption, example or tr("30 Jun 2027"))
    if row.kind in ("lanes", "systems"):
        return ChipsField(caption, example)
    if row.choices or row.kind in ("lane", "step"):
        return ChoiceField(caption, offered(row), tr(row.nothing) if row.nothing else None)
    line = NumberField if row.kind in KNOWN else LineField
    return line(caption, *LINES[row.kind], placeholder=example)


def offered(row: table.Field) -> list[tuple[object, str]]:
    """The choices of a field, said in the language spoken."""
    return [(choice.value, tr(choice.caption)) for choice in row.choices]
