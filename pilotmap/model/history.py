"""Undo as a list of whole maps: an edit commits one new value, undo moves an index."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotmap.model.map import PilotMap
from pilotmap.model.sealing import with_record


class State(NamedTuple):
    """A map, the words for the edit that led to it, and what later edits may merge with it."""

    map: PilotMap
    label: str
    merge_key: str | None


class History:
    """Every state of one open map, without limit."""

    def __init__(self, first: PilotMap) -> None:
        self._states = [State(first, "", None)]
        self._now = 0
        self._saved: PilotMap | None = first

    @classmethod
    def restored(cls, states: Sequence[State], place: int, saved: PilotMap | None) -> "History":
        """A history as it was, such as after a crash; `saved` is what its file held last."""
        history = cls(states[0].map)
        history._states = list(states)
        history._now = place
        history._saved = saved
        return history

    @property
    def map(self) -> PilotMap:
        """The map as it is now."""
        return self._states[self._now].map

    @property
    def undo_label(self) -> str | None:
        """The edit that undo would take back, or None."""
        return self._states[self._now].label if self._now else None

    @property
    def redo_label(self) -> str | None:
        """The edit that redo would bring again, or None."""
        ahead = self._states[self._now + 1 : self._now + 2]
        return ahead[0].label if ahead else None

    @property
    def is_modified(self) -> bool:
        """Whether the map differs from what was saved last."""
        return self._saved is None or self.map != self._saved

    @property
    def saved(self) -> PilotMap | None:
        """What the file holds, None where no file holds this map."""
        return self._saved

    @property
    def labels(self) -> tuple[str, ...]:
        """The edits that led to the map as it is now, oldest first."""
        return tuple(state.label for state in self._states[1 : self._now + 1])

    @property
    def states(self) -> tuple[State, ...]:
        """Every state there is, those that redo would bring again among them."""
        return tuple(self._states)

    @property
    def place(self) -> int:
        """Where the map as it is now stands among the states, from 0."""
        return self._now

    def commit(self, new: PilotMap, label: str, merge_key: str | None = None) -> bool:
        """Take a new state; one with the same merge key as the last edit replaces it.

        Returns False, and keeps everything, where nothing changed.
        """
        if new == self.map:
            return False
        current = self._states[self._now]
        merges = merge_key is not None and merge_key == current.merge_key and self._now > 0
        del self._states[self._now + 1 :]
        if merges:
            self._states.pop()
        self._states.append(State(new, label, merge_key))
        self._now = len(self._states) - 1
        return True

    def close_merge(self) -> None:
        """End a run of merged edits: the next one is an undo step of its own."""
        current = self._states[self._now]
        self._states[self._now] = current._replace(merge_key=None)

    def undo(self) -> PilotMap:
        """Go one edit back, where there is one."""
        return self.go_to(self._now - 1)

    def redo(self) -> PilotMap:
        """Go one edit forward, where there is one."""
        return self.go_to(self._now + 1)

    def go_to(self, place: int) -> PilotMap:
        """Go to the state at a place from 0, the first map; beyond the ends is at the ends.

        What is on record stays on record: sign-offs and seals are never taken back by undo, nor
        the thresholds that are sealed.
        """
        before = self.map
        self._now = max(0, min(len(self._states) - 1, place))
        self.close_merge()
        if self.map.signoffs != before.signoffs:
            self.amend(with_record(self.map, before))
        return self.map

    def amend(self, new: PilotMap) -> None:
        """Exchange the map as it is now without an undo step, such as for a record."""
        self._states[self._now] = self._states[self._now]._replace(map=new, merge_key=None)

    def mark_saved(self) -> None:
        """Remember the map as it is now as the one on disk; undo goes on working."""
        self._saved = self.map
        self.close_merge()

    def mark_unsaved(self) -> None:
        """Say that no file holds this map."""
        self._saved = None
