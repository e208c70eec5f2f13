"""A form whose fields are rows of the table of fields."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout

from pilotmap.model.fields.table import FIELDS, field_of
from pilotmap.ui.fields.by_table import field_for
from pilotmap.ui.fields.field import Field
from pilotmap.ui.fields.number import NumberField
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.known import KnownBox
from pilotmap.ui.panels.options import OPTIONS
from pilotmap.ui.panels.pieces import side_by_side
from pilotmap.ui.panels.writing import shown, writer
from pilotmap.ui.session import Session

_SHORT: Final = frozenset({"time", "share", "count", "number"})


class TableForm(Form):
    """Asks for fields by their keys; under each number stands how it is known."""

    def __init__(self, session: Session, title: str = "") -> None:
        super().__init__(session, title)
        self.known: dict[str, KnownBox] = {}

    def refresh(self) -> None:
        super().refresh()
        for box in self.known.values():
            box.refresh(self.session.map, self.subject)

    def focus_field(self, key: str) -> None:
        box = self.known.get(key.partition(".")[0])
        if box is not None and box.asks_for(key):
            box.is_open = True
            box.refresh(self.session.map, self.subject)
        super().focus_field(key)

    def ask(self, kind: str, key: str, caption: str | None = None, **more: Any) -> Field:
        """The field of the table for this key, bound to the subject; it still has to be put."""
        row = field_of(kind, key)
        field = field_for(row, caption)
        more.setdefault("options", OPTIONS.get(row.kind))
        self.bind(key, field, shown(kind, key), writer(kind, key), **more)
        if isinstance(field, NumberField):
            box = self.known[key] = KnownBox(self, kind, key, field)
            field.how_wanted.connect(lambda: self._open(box))
        return field

    def put(self, *fields: Field) -> None:
        """Put fields below the others, side by side, and under them how their numbers are known."""
        group = QVBoxLayout()
        group.setSpacing(4)
        group.addLayout(side_by_side(*fields))
        for key, box in self.known.items():
            if self.field(key) in fields:
                group.addWidget(box)
        self.column.addLayout(group)

    def add(self, kind: str, key: str, caption: str | None = None, **more: Any) -> Field:
        """Ask for a field below the others."""
        field = self.ask(kind, key, caption, **more)
        self.put(field)
        return field

    def add_all(self, kind: str, besides: Collection[str] = (), **more: Any) -> None:
        """Ask for all fields of the table; numbers that follow each other stand side by side."""
        rows = (row for row in FIELDS[kind] if row.caption and row.key not in besides)
        for is_short, together in groupby(rows, lambda row: row.kind in _SHORT):
            fields = [self.ask(kind, row.key, **more) for row in together]
            wide = 2 if is_short else 1
            for at in range(0, len(fields), wide):
                self.put(*fields[at : at + wide])

    @contextmanager
    def within(self, column: QVBoxLayout) -> Iterator[None]:
        """Put what follows into another column."""
        outer, self.column = self.column, column
        yield
        self.column = outer

    def _open(self, box: KnownBox) -> None:
        """Show how a number is known, to be said; or put that away again."""
        box.is_open = not box.is_open
        box.refresh(self.session.map, self.subject)
        if box.is_open and not box.isHidden():
            box.enter()
