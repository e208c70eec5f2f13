"""What a captured line can mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pilotmap.capture.attributes import NO_ATTRIBUTES, Attributes
from pilotmap.model.known import Share
from pilotmap.model.notes import NoteKind
from pilotmap.model.process import LaneKind, StepKind
from pilotmap.model.quantity import Duration


class LaneWords(NamedTuple):
    """A lane as it was typed, with the kind where one was given, and others that take part."""

    name: str
    kind: LaneKind | None = None
    others: tuple[str, ...] = ()
    """Further lanes that take part in the step."""


@dataclass(frozen=True, slots=True)
class Node:
    """A step of any kind."""

    name: str
    kind: StepKind = "step"
    marked: bool = False
    """Whether a sign or word said the kind; a plain first line is the start."""
    asks: bool = False
    """Whether it ends with a question mark, so that branches after it make it a decision."""
    asis: bool = False
    """Whether the name begins with a backslash: it stays in small letters."""
    lane: LaneWords | None = None
    systems: tuple[str, ...] = ()
    work: Duration | None = None
    wait: Duration | None = None
    unread: tuple[str, ...] = ()
    """What stands in square brackets and cannot be read."""
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class GoTo:
    """A flow to a step that is there already: its name, and which one where several have it."""

    name: str
    number: int | None = None
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the decision above, with its first step in the same line or in the next."""

    label: str
    share: Share | float | None
    first: Node | GoTo | None = None
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Parallel:
    """Work at the same time; without a first step, the place where the paths part."""

    first: Node | GoTo | None = None
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Join:
    """The parallel branches come together."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class From:
    """Continue after a step that is there already, or, without any name, after nothing."""

    name: str | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A pain, a question or a plain note."""

    kind: NoteKind
    text: str
    on_flow: bool = False
    """About the flow that the line before led along, not about the step."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """Owner, day and whether it is settled, where they are given."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A role on a line of its own: the lane of what follows, until another is named."""

    lane: LaneWords


@dataclass(frozen=True, slots=True)
class NewLane:
    """A lane, made before anything happens in it; `more` holds its group, people and hours."""

    lane: LaneWords
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewSystem:
    """A system that nothing touches yet; `more` holds its kind and owner."""

    name: str
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BeginPhase:
    """The next step begins a phase."""

    name: str


@dataclass(frozen=True, slots=True)
class Currency:
    """What all money of the map is in."""

    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the map."""

    text: str


Header = NewLane | NewSystem | BeginPhase | Currency | Title | Heading
Intent = Node | GoTo | Branch | Parallel | Join | From | Remark | Header
