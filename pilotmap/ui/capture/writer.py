"""From words to commits: the cursor that follows them, and a line that is read only once."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from pilotmap.capture.cursor import Captured, Cursor, Explanation
from pilotmap.capture.first_words import first_words
from pilotmap.language import trn
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.ui.session import Session

with lazy_imports():  # the grammar of lines waits until there is more to say than at the start
    from pilotmap.capture import explain

if TYPE_CHECKING:
    from pilotmap.capture.outline import Outline


class _Known(NamedTuple):
    """A line that was explained, and where."""

    map: PilotMap
    cursor: Cursor
    line: str
    explanation: Explanation

    def is_of(self, pilot_map: PilotMap, cursor: Cursor, line: str) -> bool:
        """Whether this very map and cursor were meant."""
        return self.map is pilot_map and self.cursor is cursor and self.line == line


class Writer(QObject):
    """Where the next line goes. It follows the words, and the selection where a person moves it."""

    cursor_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._cursor = cursor_at(session.map, session.selection)
        self._writing = False
        self._known: _Known | None = None
        session.selection_changed.connect(self._follow_selection)
        session.map_changed.connect(self._follow_map)

    @property
    def cursor(self) -> Cursor:
        """Where the next line goes."""
        return self._cursor

    def explain(self, line: str) -> Explanation:
        """What Enter will do with a line, and what is then there; each line is read once."""
        pilot_map, cursor, known = self._session.map, self._cursor, self._known
        if known is not None and known.is_of(pilot_map, cursor, line):
            return known.explanation
        explanation = _explained(pilot_map, cursor, line)
        self._known = _Known(pilot_map, cursor, line, explanation)
        return explanation

    def take(self, line: str) -> None:
        """Take a line as one undo step; EditRefused with the reason where it cannot be taken."""
        explanation = self.explain(line)
        if explanation.refused:
            raise EditRefused(explanation.refused)
        if explanation.captured is not None:
            self._commit(explanation.captured)

    def take_outline(self, outline: "Outline") -> None:
        """Take what was read of an outline as one undo step; its new steps are selected."""
        session = self._session
        before = session.map.step_by_id
        new = [step.id for step in outline.map.steps if step.id not in before]
        words = trn(
            "Paste an outline of {number} step", "Paste an outline of {number} steps", len(new)
        )
        self._commit(Captured(outline.map, outline.cursor, words), new)

    def _commit(self, captured: Captured, new: list[str] | None = None) -> None:
        pilot_map, cursor, label = captured
        self._writing = True
        try:
            self._session.set_view("today")
            self._session.commit(pilot_map, label, select=cursor.branch_of or cursor.step)
            if new:
                self._session.select_several(new)
        finally:
            self._writing = False
        self._cursor = cursor
        self.cursor_changed.emit()

    def _follow_selection(self) -> None:
        if not self._writing and self._session.selection is not None:
            self._cursor = cursor_at(self._session.map, self._session.selection)
            self.cursor_changed.emit()

    def _follow_map(self) -> None:
        """Undo may take away what the cursor stood on."""
        if not self._writing:
            cursor = self._cursor.within(self._session.map)
            if cursor == Cursor():
                cursor = cursor_at(self._session.map, self._session.selection)
            self._cursor = cursor
            self.cursor_changed.emit()


def _explained(pilot_map: PilotMap, cursor: Cursor, line: str) -> Explanation:
    if not (line.strip() or pilot_map.steps):
        return first_words(pilot_map)
    return explain.explain(pilot_map, cursor, line)


def cursor_at(pilot_map: PilotMap, selection: str | None) -> Cursor:
    """On the selected flow, after the selected step, else where the map was left open."""
    if selection in pilot_map.flow_by_id:
        return Cursor(flow=selection)
    if selection in pilot_map.step_by_id:
        return Cursor(step=selection)
    going_on = [step.id for step in pilot_map.steps if step.kind != "end"]
    left_open = [step for step in going_on if not pilot_map.flows_out(step)]
    return Cursor(step=next(iter((left_open or going_on)[-1:]), None))
