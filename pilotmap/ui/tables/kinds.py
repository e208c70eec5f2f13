"""Ready-made columns, one function a kind of value."""

from collections.abc import Callable
from typing import Any

from pilotmap.language import in_figures
from pilotmap.model.quantity import number_text
from pilotmap.ui.fields import reading
from pilotmap.ui.panels.known import keeping
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.tables.column import Column, Facts, Options, Write


def text(
    kind: str, key: str, title: str, width: int, *, write: Write | None = None, **more: Any
) -> Column:
    """A text of an element."""
    return Column(
        key,
        title,
        width,
        _value(kind, key),
        reading.text_text,
        reading.read_text,
        write or writer(kind, key),
        **more,
    )


def duration(kind: str, key: str, title: str, width: int) -> Column:
    """A time of an element; how it was known stays with it."""
    read, write = reader(kind, key), keeping(reader(kind, key), writer(kind, key))

    def value(facts: Facts, element: str) -> object:
        known = read(facts.map, element)
        return None if known is None else known.bare

    return Column(
        key, title, width, value, reading.duration_text, reading.read_duration, write, right=True
    )


def share(kind: str, key: str, title: str, width: int, **more: Any) -> Column:
    """A share in per cent."""
    return Column(
        key,
        title,
        width,
        _value(kind, key),
        reading.share_text,
        reading.read_share,
        writer(kind, key),
        right=True,
        **more,
    )


def number(kind: str, key: str, title: str, width: int) -> Column:
    """A number of zero or more."""
    return Column(
        key,
        title,
        width,
        _value(kind, key),
        reading.amount_text,
        reading.read_number,
        writer(kind, key),
        right=True,
    )


def day(kind: str, key: str, title: str, width: int) -> Column:
    """A date."""
    return Column(
        key,
        title,
        width,
        _value(kind, key),
        reading.date_text,
        reading.read_date,
        writer(kind, key),
    )


def choice(
    kind: str, key: str, title: str, width: int, options: Options, write: Write | None = None
) -> Column:
    """One of a few; its value is the words of the choice, what is written the choice itself."""
    held = _value(kind, key)

    def value(facts: Facts, element: str) -> object:
        return dict(options(facts.map)).get(held(facts, element), "")

    return Column(
        key,
        title,
        width,
        value,
        reading.text_text,
        None,
        write or writer(kind, key),
        options,
    )


def tick(kind: str, key: str, title: str, width: int) -> Column:
    """A yes or no."""
    return Column(
        key, title, width, _value(kind, key), lambda _: "", None, writer(kind, key), ticks=True
    )


def figure(key: str, title: str, width: int, value: Callable[[Facts, str], Any]) -> Column:
    """A computed number that nobody types."""
    return Column(key, title, width, value, figure_words, right=True)


def figure_words(value: object) -> str:
    """A number as people say it, with two decimals at most."""
    return in_figures(number_text(round(value, 2))) if isinstance(value, float) else ""


def _value(kind: str, key: str) -> Callable[[Facts, str], Any]:
    read = reader(kind, key)
    return lambda facts, element: read(facts.map, element)
