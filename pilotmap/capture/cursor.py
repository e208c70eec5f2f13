"""Where the next line goes, and what a line gives back."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pilotmap.capture.attributes import NO_ATTRIBUTES, Attributes
from pilotmap.model.known import Share
from pilotmap.model.map import PilotMap


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next captured line goes; enough, with the map, to continue at any time."""

    step: str | None = None
    """The step that the next one follows, and that notes are about."""
    branch_of: str | None = None
    """The decision or parallel of which the next step begins a branch."""
    label: str = ""
    share: Share | float | None = None
    flow: str | None = None
    """A selected flow, into which the next step is inserted."""
    attributes: Attributes = NO_ATTRIBUTES
    """What the line of a branch that was begun said in brackets."""
    phase: str = ""
    """A phase that the next step begins."""
    asks: bool = field(default=False, compare=False)
    """Whether the line before ended with a question mark, so that a branch makes it a decision."""
    last_flow: str | None = field(default=None, compare=False)
    """The flow that the line before led along."""

    def within(self, pilot_map: PilotMap) -> "Cursor":
        """The same cursor without what is no longer in the map."""
        step = self.step if self.step in pilot_map.step_by_id else None
        if self.branch_of is not None and self.branch_of not in pilot_map.step_by_id:
            return Cursor(step=step)
        flow = self.flow if self.flow in pilot_map.flow_by_id else None
        last_flow = self.last_flow if self.last_flow in pilot_map.flow_by_id else None
        return replace(self, step=step, flow=flow, last_flow=last_flow)


class Captured(NamedTuple):
    """The map after a line, where the next one goes, and the words for undo."""

    map: PilotMap
    cursor: Cursor
    label: str


class Explanation(NamedTuple):
    """What Enter will do: where it happens, a sentence in parts, and what is then there.

    The kind of a part says how it is set: `text`, `name` (a step), `lane`, `system`, `time`,
    `new` (what is made beside the step), `offer` (a look-alike), `hint`, `refused`.
    """

    before: str
    parts: tuple[tuple[str, str], ...]
    captured: Captured | None = None
    """None where the line does nothing or is refused."""

    @property
    def text(self) -> str:
        """The sentence without its setting."""
        return "".join(text for text, _ in self.parts)

    @property
    def refused(self) -> str:
        """Why the line cannot be taken; empty where it can."""
        return "".join(text for text, kind in self.parts if kind == "refused")


class Completion(NamedTuple):
    """A text to put in the place of the characters from start to end, and what it is."""

    start: int
    end: int
    text: str
    about: str
