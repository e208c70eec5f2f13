"""What the window works on: the open map with its history, its path, the selection, the view."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from pydantic import ValidationError
from PySide6.QtCore import QObject, QTimer, Signal

from pilotmap.layout.drawing import Drawing
from pilotmap.model.edits.made import Made
from pilotmap.model.errors import EditRefused, InvalidMap
from pilotmap.model.history import History
from pilotmap.model.ids import taken_ids
from pilotmap.model.map import PilotMap
from pilotmap.model.reading import invalid_map
from pilotmap.ui.derived import Derived
from pilotmap.ui.open_file import OpenFile

View = Literal["today", "with-ai"]
Edit = Callable[[PilotMap], PilotMap | Made]

_JUDGE_AFTER_MS = 40  # after the picture, and not between two quick key strokes


class Session(QObject):
    """One open map. Panels and canvas listen here and compare old and new by id."""

    map_changed = Signal(object, object)
    """The map before and the map now; selection is already valid for the new one."""
    judged = Signal()
    """The picture is painted: findings, figures and Gate 1 of the new map may be asked for."""
    opened = Signal()
    """Another map is worked on from now on; comes after `map_changed`."""
    selection_changed = Signal()
    view_changed = Signal()
    refused = Signal(str)
    """An edit could not be done; the reason is one sentence for the user."""

    def __init__(self, first: PilotMap, path: Path | None = None) -> None:
        super().__init__()
        self._history = History(first)
        self.file = OpenFile(self._history, path)
        self._selected: tuple[str, ...] = ()
        self._view: View = "today"
        self._derived = Derived(first)
        self._foreseen: Derived | None = None
        self.is_travelling = False
        """Whether the change that is being told is a way through the history, no edit."""
        self._judge_soon = QTimer(self)
        self._judge_soon.setSingleShot(True)
        self._judge_soon.setInterval(_JUDGE_AFTER_MS)
        self._judge_soon.timeout.connect(self.judged)

    @property
    def map(self) -> PilotMap:
        """The map as it is now."""
        return self._history.map

    @property
    def history(self) -> History:
        """The undo history, to be read; edits go through `commit` and `edit`."""
        return self._history

    @property
    def selection(self) -> str | None:
        """The id of the selected step, flow or lane; of several, the one selected last."""
        return self._selected[-1] if self._selected else None

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of all that is selected, in the order in which it was."""
        return self._selected

    @property
    def view(self) -> View:
        """Which of the two pictures the canvas shows."""
        return self._view

    @property
    def derived(self) -> Derived:
        """All that follows from the map as it is now."""
        return self._derived

    @property
    def drawing(self) -> Drawing:
        """The picture of the chosen view; today's where the other cannot be drawn yet."""
        other = self._derived.with_ai_drawing if self._view == "with-ai" else None
        return other or self._derived.today

    def commit(
        self,
        new: PilotMap,
        label: str,
        merge_key: str | None = None,
        select: str | None = None,
    ) -> bool:
        """Take a new map as one undo step; False where nothing changed."""
        old = self.map
        committed = self._history.commit(new, label, merge_key)
        if committed:
            self._follow(old, select)
        elif select is not None:
            self.select(select)
        return committed

    def edit(
        self,
        label: str,
        function: Edit,
        merge_key: str | None = None,
        select: str | None = None,
    ) -> bool:
        """Commit what the function makes of the map; what it made new is selected.

        Says False, and `refused` says why, where the map does not allow it.
        """
        try:
            made = function(self.map)
        except (EditRefused, InvalidMap) as error:
            self.refused.emit(error.message)
            return False
        except ValidationError as error:
            self.refused.emit(invalid_map(error).message)
            return False
        if isinstance(made, Made):
            return self.commit(made.map, label, merge_key, select or made.id)
        return self.commit(made, label, merge_key, select)

    def foresee(self, derived: Derived) -> None:
        """Keep what follows from a map that may be committed next: it was shown already."""
        self._foreseen = derived

    def undo(self) -> None:
        """Go one edit back, where there is one."""
        old = self.map
        if self._history.undo() is not old:
            self._follow(old, travelling=True)

    def redo(self) -> None:
        """Go one edit forward, where there is one."""
        old = self.map
        if self._history.redo() is not old:
            self._follow(old, travelling=True)

    def go_to(self, place: int) -> None:
        """Go to any state of the history, by its place from 0."""
        old = self.map
        if self._history.go_to(place) is not old:
            self._follow(old, travelling=True)

    def record(self, new: PilotMap) -> None:
        """Take a map with one more record: no undo step, and undo does not take it back."""
        old = self.map
        self._history.amend(new)
        self._follow(old)

    def close_merge(self) -> None:
        """End a run of typing: the next edit is an undo step of its own."""
        self._history.close_merge()

    def select(self, element: str | None) -> None:
        """Select an element of the map, or nothing; what is not there cannot be selected."""
        self.select_several(() if element is None else (element,))

    def select_several(self, elements: Iterable[str]) -> None:
        """Select these and nothing else; the last one is what the forms show."""
        wanted = _known(self.map, elements)
        if wanted != self._selected:
            self._selected = wanted
            self.selection_changed.emit()

    def toggle(self, element: str) -> None:
        """Take an element into the selection, or out of it."""
        others = tuple(other for other in self._selected if other != element)
        self.select_several(others if len(others) < len(self._selected) else (*others, element))

    def set_view(self, view: View) -> None:
        """Show the other picture."""
        if view != self._view:
            self._view = view
            self.view_changed.emit()

    def open(self, pilot_map: PilotMap, path: Path | None = None) -> None:
        """Work on another map from now on, with a history of its own."""
        self.restore(History(pilot_map), path)

    def restore(self, history: History, path: Path | None) -> None:
        """Go on with work that a crash broke off, its undo history included."""
        old = self.map
        self._history = history
        self.file.begin(history, path)
        self._selected = ()
        self._changed(old)
        self.opened.emit()
        self.selection_changed.emit()
        self.file.changed.emit()

    def continued(self) -> "Session":
        """The same work for a window that is built anew; this session says nothing any more."""
        self._judge_soon.stop()
        session = Session(self.map)
        session._history = self._history
        session.file.begin(self._history, self.file.path)
        session._selected, session._view = self._selected, self._view
        return session

    def _follow(
        self, old: PilotMap, select: str | None = None, *, travelling: bool = False
    ) -> None:
        before = self._selected
        self.is_travelling = travelling
        self._selected = _known(self.map, before if select is None else (select,))
        self._changed(old)
        self.is_travelling = False
        if self._selected != before:
            self.selection_changed.emit()
        self.file.note_edit()

    def _changed(self, old: PilotMap) -> None:
        foreseen, self._foreseen = self._foreseen, None
        known = foreseen is not None and foreseen.map is self.map
        self._derived = foreseen if known and foreseen is not None else Derived(self.map)
        self._judge_soon.start()
        self.map_changed.emit(old, self.map)


def _known(pilot_map: PilotMap, elements: Iterable[str]) -> tuple[str, ...]:
    """Those that the map holds, each once."""
    wanted = tuple(dict.fromkeys(elements))
    if not wanted:
        return ()
    taken = taken_ids(pilot_map)
    return tuple(element for element in wanted if element in taken)
