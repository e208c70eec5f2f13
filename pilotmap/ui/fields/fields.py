"""The ready-made fields of one line, one function a kind."""

from pilotmap.language import tr
from pilotmap.ui.fields import reading
from pilotmap.ui.fields.date import DateField
from pilotmap.ui.fields.line import LineField


def text_field(caption: str, placeholder: str = "") -> LineField:
    """A short text."""
    return LineField(caption, reading.read_text, reading.text_text, placeholder=placeholder)


def number_field(caption: str, placeholder: str = "") -> LineField:
    """A number of zero or more."""
    return LineField(caption, reading.read_number, reading.amount_text, placeholder=placeholder)


def amount_field(caption: str, placeholder: str = "") -> LineField:
    """A number of the outcome; text is kept and reported."""
    return LineField(caption, reading.read_amount, reading.amount_text, placeholder=placeholder)


def duration_field(caption: str, placeholder: str = "20 min") -> LineField:
    """A time with its unit."""
    return LineField(caption, reading.read_duration, reading.duration_text, placeholder=placeholder)


def share_field(caption: str, placeholder: str = "") -> LineField:
    """A share, typed in per cent."""
    return LineField(caption, reading.read_share, reading.share_text, placeholder=placeholder)


def date_field(caption: str, placeholder: str = "") -> DateField:
    """A day, typed or chosen from a calendar."""
    return DateField(caption, placeholder or tr("30 Jun 2027"))
