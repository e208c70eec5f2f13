"""The ready-made fields of one line, one function a kind."""

from pilotmap.language import tr
from pilotmap.ui.fields import reading
from pilotmap.ui.fields.date import DateField
from pilotmap.ui.fields.line import LineField


def text_field(caption: str, placeholder: str = "") -> LineField:
    """A short text."""
    return LineField(caption, reading.read_text, reading.text_text, placeholder=placeholder)


def date_field(caption: str, placeholder: str = "") -> DateField:
    """A day, typed or chosen from a calendar."""
    return DateField(caption, placeholder or tr("30 Jun 2027"))
