"""From typed lines to commits: the cursor that follows them, and lines that still wait."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from pilotmap.capture.cursor import Captured, Cursor
from pilotmap.language import trn
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.ui.session import Session


class LineRefused(EditRefused):
    """One of several lines could not be taken; `rest` begins with it."""

    def __init__(self, message: str, rest: tuple[str, ...]) -> None:
        super().__init__(message)
        self.rest = rest


class Writer(QObject):
    """Where the next line goes. It follows the words, and the selection where a person moves it."""

    cursor_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._cursor = cursor_at(session.map, session.selection)
        self._writing = False
        self._foreseen: tuple[PilotMap, Cursor, str, Captured] | None = None
        session.selection_changed.connect(self._follow_selection)
        session.map_changed.connect(self._follow_map)

    @property
    def cursor(self) -> Cursor:
        """Where the next line goes."""
        return self._cursor

    def foresee(self, line: str) -> Captured | None:
        """What a line would make where it goes next; None where it makes nothing or is refused."""
        if self._foreseen is not None and self._is_foreseen(line):
            return self._foreseen[3]
        # no line is typed before the first paint
        from pilotmap.capture.line import capture_line  # noqa: PLC0415

        pilot_map, cursor = self._session.map, self._cursor
        try:
            captured = capture_line(pilot_map, cursor, line)
        except EditRefused:
            return None
        if captured.map is pilot_map:
            return None
        self._foreseen = (pilot_map, cursor, line, captured)
        return captured

    def _is_foreseen(self, line: str) -> bool:
        seen = self._foreseen
        if seen is None:
            return False
        return seen[0] is self._session.map and (seen[1], seen[2]) == (self._cursor, line)

    def write(self, lines: Sequence[str]) -> None:
        """Take lines as one undo step.

        Raises LineRefused at the first that cannot be taken; those before it are committed.
        """
        # no line is typed before the first paint
        from pilotmap.capture.line import capture_line  # noqa: PLC0415

        pilot_map, cursor, taken, refused = self._session.map, self._cursor, 0, ""
        label = ""
        for line in lines:
            try:
                if self._foreseen is not None and not taken and self._is_foreseen(line):
                    pilot_map, cursor, label = self._foreseen[3]
                else:
                    pilot_map, cursor, label = capture_line(pilot_map, cursor, line)
            except EditRefused as error:
                refused = error.message
                break
            taken += 1
        if taken:
            self._commit(
                pilot_map,
                cursor,
                label
                if taken == 1
                else trn("Capture {number} line", "Capture {number} lines", taken),
            )
        if refused:
            raise LineRefused(refused, tuple(lines[taken:]))

    def write_outline(self, text: str) -> None:
        """Take a pasted outline as one undo step, flows to later lines included.

        Where it cannot be read whole, its lines are taken one by one up to the first that is
        refused: raises LineRefused as `write` does.
        """
        # nothing is pasted before the first paint
        from pilotmap.capture.outline import read_outline  # noqa: PLC0415

        try:
            pilot_map = read_outline(self._session.map, text, self._cursor)
        except EditRefused:
            self.write([line for line in text.splitlines() if line.strip()])
            return
        added = len(pilot_map.steps) - len(self._session.map.steps)
        last = cursor_at(pilot_map, None)
        self._commit(
            pilot_map,
            last,
            trn("Paste an outline of {number} step", "Paste an outline of {number} steps", added),
        )

    def _commit(self, pilot_map: PilotMap, cursor: Cursor, label: str) -> None:
        self._writing = True
        try:
            self._session.set_view("today")
            self._session.commit(pilot_map, label, select=cursor.branch_of or cursor.step)
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


def cursor_at(pilot_map: PilotMap, selection: str | None) -> Cursor:
    """On the selected flow, after the selected step, else where the map was left open."""
    if selection in pilot_map.flow_by_id:
        return Cursor(flow=selection)
    if selection in pilot_map.step_by_id:
        return Cursor(step=selection)
    going_on = [step.id for step in pilot_map.steps if step.kind != "end"]
    left_open = [step for step in going_on if not pilot_map.flows_out(step)]
    return Cursor(step=next(iter((left_open or going_on)[-1:]), None))
