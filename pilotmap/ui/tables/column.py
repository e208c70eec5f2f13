"""What a table is made of: its rows by id, and columns that read and write them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pilotmap.model.edits.made import Made
from pilotmap.model.map import PilotMap

if TYPE_CHECKING:  # the analysis is loaded after the first paint
    from pilotmap.analysis.ledger import LedgerRow
    from pilotmap.ui.analyzer import Verdict

Options = Callable[[PilotMap], Sequence[tuple[object, str]]]
Write = Callable[[PilotMap, str, Any], PilotMap | Made]


class Facts:
    """The map, and the newest verdict; for a moment after an edit that is about the map before."""

    def __init__(self, pilot_map: PilotMap, verdict: "Verdict | None") -> None:
        self.map = pilot_map
        self.verdict = verdict

    @cached_property
    def handoff_numbers(self) -> Mapping[str, int]:
        """The numbers of the handoffs by flow."""
        return {flow.id: number for number, flow in self.map.handoffs}

    @cached_property
    def ledger(self) -> "Mapping[str, LedgerRow]":
        """The rows of the ledger by flow."""
        rows = self.verdict.figures.handoff_ledger if self.verdict is not None else ()
        return {row.flow: row for row in rows}


class Column(NamedTuple):
    """One column.

    `value` is what the map holds, `words` how it is said, `read` turns typed text into a value or
    raises NotUnderstood. A column without `write` is only shown. A yes or no is a box to tick.
    """

    key: str
    title: str
    width: int
    value: Callable[[Facts, str], Any]
    words: Callable[[Any], str]
    read: Callable[[str], Any] | None = None
    write: Write | None = None
    options: Options | None = None
    offers: Callable[[PilotMap], Sequence[str]] | None = None
    ticks: bool = False
    right: bool = False
    only: Callable[[PilotMap, str], bool] | None = None
    """Whether this row may be changed here, where not every row may."""


class Table(NamedTuple):
    """One kind of element as rows."""

    name: str
    title: str
    empty: str
    rows: Callable[[PilotMap], Sequence[str]]
    columns: tuple[Column, ...]
    shows: Callable[[PilotMap, str], str | None]
    """The id to select when a row is chosen."""
    add: Callable[[PilotMap, str], PilotMap | Made] | None = None
    add_words: str = ""
    delete: Callable[[PilotMap, str], PilotMap] | None = None
    change_label: str = ""
    add_label: str = ""
    delete_label: str = ""
