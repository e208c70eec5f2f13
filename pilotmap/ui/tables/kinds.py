"""Ready-made columns: those of the table of fields, and computed figures."""

from collections.abc import Callable, Collection
from typing import Any, Final

from pilotmap.language import in_figures
from pilotmap.model.edits.references import Name
from pilotmap.model.fields import field as table
from pilotmap.model.fields.table import FIELDS
from pilotmap.model.quantity import number_text
from pilotmap.ui.fields.by_table import KNOWN, LINES, offered
from pilotmap.ui.fields.reading import read_text
from pilotmap.ui.panels.options import OPTIONS, Options
from pilotmap.ui.panels.writing import shown, writer
from pilotmap.ui.tables.column import Column, Facts

_WIDTHS: Final[dict[table.Kind, int]] = {
    "paragraph": 220,
    "text": 170,
    "lanes": 130,
    "systems": 130,
    "lane": 130,
    "choice": 110,
    "date": 100,
    "time": 90,
    "yes_no": 100,
}
_NAME_WIDTH: Final = 190
_WIDTH: Final = 84


def columns(kind: str, besides: Collection[str] = ()) -> tuple[Column, ...]:
    """A column for each field of the table, the name first and what is to be ticked last."""
    rows = [row for row in FIELDS[kind] if row.caption and row.key not in besides]
    rows.sort(key=lambda row: (row.key != "name", row.kind == "yes_no"))
    return tuple(column(kind, row) for row in rows)


def column(kind: str, row: table.Field) -> Column:
    """The column for a field, which reads, shows and writes what its kind holds."""
    width = _NAME_WIDTH if row.key == "name" else _WIDTHS.get(row.kind, _WIDTH)
    plain = Column(
        row.key,
        row.column or row.caption,
        width,
        _value(kind, row.key),
        str,
        write=writer(kind, row.key),
        right=row.kind in KNOWN or row.kind == "number",
    )
    if row.kind == "yes_no":
        return plain._replace(words=lambda _: "", ticks=True)
    if row.kind in ("lanes", "systems"):
        return _names(plain, OPTIONS[row.kind])
    if row.choices or row.kind in OPTIONS:
        return _choice(plain, OPTIONS.get(row.kind) or (lambda _: offered(row)))
    read, words = LINES[row.kind]
    return plain._replace(read=read, words=words)


def figure(key: str, title: str, width: int, value: Callable[[Facts, str], Any]) -> Column:
    """A computed number that nobody types."""
    return Column(key, title, width, value, figure_words, right=True)


def figure_words(value: object) -> str:
    """A number as people say it, with two decimals at most."""
    return in_figures(number_text(round(value, 2))) if isinstance(value, float) else ""


def read_names(text: str) -> tuple[Name, ...]:
    """Names between commas, each once."""
    names = (read_text(part) for part in text.split(","))
    return tuple(dict.fromkeys(Name(name) for name in names if name))


def _names(plain: Column, options: Options) -> Column:
    held = plain.value

    def value(facts: Facts, element: str) -> str:
        return ", ".join(name for _, name in held(facts, element))

    return plain._replace(
        value=value, read=read_names, offers=lambda m: [name for _, name in options(m)]
    )


def _choice(plain: Column, options: Options) -> Column:
    """Its value is the words of the choice, what is written the choice itself."""
    held = plain.value

    def value(facts: Facts, element: str) -> object:
        return dict(options(facts.map)).get(held(facts, element), "")

    return plain._replace(value=value, options=options)


def _value(kind: str, key: str) -> Callable[[Facts, str], Any]:
    read = shown(kind, key)
    return lambda facts, element: read(facts.map, element)
