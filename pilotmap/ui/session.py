"""What the window works on: the open map with its history, its path, the selection, the view."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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

if TYPE_CHECKING:  # numpy comes with the analysis: it must not delay the first paint
    from pilotmap.analysis.figures import Figures
    from pilotmap.analysis.findings import Finding
    from pilotmap.analysis.gate1 import Gate1

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
    file_changed = Signal()
    """Another path, or saved, or modified since."""
    refused = Signal(str)
    """An edit could not be done; the reason is one sentence for the user."""

    def __init__(self, first: PilotMap, path: Path | None = None) -> None:
        super().__init__()
        self._history = History(first)
        self._path = path
        self._selected: tuple[str, ...] = ()
        self._view: View = "today"
        self._derived = Derived(first)
        self._foreseen: Derived | None = None
        self._was_modified = False
        self._judge_soon = QTimer(self)
        self._judge_soon.setSingleShot(True)
        self._judge_soon.setInterval(_JUDGE_AFTER_MS)
        self._judge_soon.timeout.connect(self.judged)

    @property
    def map(self) -> PilotMap:
        """The map as it is now."""
        return self._history.map

    @property
    def path(self) -> Path | None:
        """The file that the map came from or was saved to."""
        return self._path

    @property
    def history(self) -> History:
        """The undo history, to be read; edits go through `commit` and `edit`."""
        return self._history

    @property
    def is_modified(self) -> bool:
        """Whether the map differs from its file."""
        return self._was_modified

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

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """What is wrong with the map or could be better."""
        return self._derived.findings

    @property
    def quick_figures(self) -> "Figures":
        """The exact figures, without the simulation."""
        return self._derived.quick_figures

    @property
    def figures(self) -> "Figures":
        """All figures, the simulated ones too."""
        return self._derived.figures

    @property
    def gate1(self) -> "Gate1":
        """The state of Gate 1 and of its five parts."""
        return self._derived.gate1

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
            self._follow(old)

    def redo(self) -> None:
        """Go one edit forward, where there is one."""
        old = self.map
        if self._history.redo() is not old:
            self._follow(old)

    def go_to(self, place: int) -> None:
        """Go to any state of the history, by its place from 0."""
        old = self.map
        if self._history.go_to(place) is not old:
            self._follow(old)

    def record(self, new: PilotMap) -> None:
        """Take a map with one more record: no undo step, and undo does not take it back."""
        old = self.map
        self._history.amend(new)
        self._follow(old)

    def close_merge(self) -> None:
        """End a run of typing: the next edit is an undo step of its own."""
        self._history.close_merge()

    def select(self, thing: str | None) -> None:
        """Select a thing of the map, or nothing; what is not there cannot be selected."""
        self.select_several(() if thing is None else (thing,))

    def select_several(self, things: Iterable[str]) -> None:
        """Select these and nothing else; the last one is what the forms show."""
        wanted = _known(self.map, things)
        if wanted != self._selected:
            self._selected = wanted
            self.selection_changed.emit()

    def toggle(self, thing: str) -> None:
        """Take a thing into the selection, or out of it."""
        others = tuple(other for other in self._selected if other != thing)
        self.select_several(others if len(others) < len(self._selected) else (*others, thing))

    def set_view(self, view: View) -> None:
        """Show the other picture."""
        if view != self._view:
            self._view = view
            self.view_changed.emit()

    def open(self, pilot_map: PilotMap, path: Path | None = None) -> None:
        """Work on another map from now on, with a history of its own."""
        self._work_on(History(pilot_map), path)

    def restore(self, history: History, path: Path | None) -> None:
        """Go on with work that a crash broke off, its undo history included."""
        self._work_on(history, path)

    def continued(self) -> "Session":
        """The same work for a window that is built anew; this session says nothing any more."""
        self._judge_soon.stop()
        session = Session(self.map, self._path)
        session._history = self._history
        session._selected, session._view = self._selected, self._view
        session._was_modified = self._was_modified
        return session

    def mark_saved(self, path: Path) -> None:
        """Remember the map as it is now as what the file at the path holds."""
        self._history.mark_saved()
        self._path = path
        self._was_modified = False
        self.file_changed.emit()

    def mark_unsaved(self) -> None:
        """Say that no file holds this map, such as one that came from a PDF."""
        self._history.mark_unsaved()
        self._note_modified()

    def forget_path(self) -> None:
        """Say that the map belongs to no file, as its file is held by another window."""
        self._path = None
        self._history.mark_unsaved()
        self._was_modified = True
        self.file_changed.emit()

    def _work_on(self, history: History, path: Path | None) -> None:
        old = self.map
        self._history = history
        self._path = path
        self._selected = ()
        self._was_modified = history.is_modified
        self._changed(old)
        self.opened.emit()
        self.selection_changed.emit()
        self.file_changed.emit()

    def _follow(self, old: PilotMap, select: str | None = None) -> None:
        before = self._selected
        self._selected = _known(self.map, before if select is None else (select,))
        self._changed(old)
        if self._selected != before:
            self.selection_changed.emit()
        self._note_modified()

    def _changed(self, old: PilotMap) -> None:
        foreseen, self._foreseen = self._foreseen, None
        known = foreseen is not None and foreseen.map is self.map
        self._derived = foreseen if known and foreseen is not None else Derived(self.map)
        self._judge_soon.start()
        self.map_changed.emit(old, self.map)

    def _note_modified(self) -> None:
        modified = self._history.is_modified
        if modified != self._was_modified:
            self._was_modified = modified
            self.file_changed.emit()


def _known(pilot_map: PilotMap, things: Iterable[str]) -> tuple[str, ...]:
    """Those that the map holds, each once."""
    wanted = tuple(dict.fromkeys(things))
    if not wanted:
        return ()
    taken = taken_ids(pilot_map)
    return tuple(thing for thing in wanted if thing in taken)
