"""The process map itself: who, with what, does which steps, and how they follow."""

from collections.abc import Iterable
from typing import Any, Final, Literal, Self

from pydantic import Field

from pilotmap.model.known import Count, Share
from pilotmap.model.quantity import Duration, Money
from pilotmap.model.value import Amount, Id, Text, Value

LaneKind = Literal["team", "person", "outside", "ai"]
StepKind = Literal["start", "step", "decision", "parallel", "wait", "end"]

SPLITTING_KINDS: Final = ("decision", "parallel")
HANDOFF_FIELDS: Final = ("passes", "through_system", "through", "returned")


class Lane(Value):
    """Who does the work: a team, a person, someone outside, or the AI."""

    id: Id
    name: Text
    kind: LaneKind
    group: Text = ""
    people: Count | None = None
    hours_per_day: Amount | None = None
    rate: Money | None = None


class System(Value):
    """A system that steps touch; `kind` is free text such as `ticketing`."""

    id: Id
    name: Text
    kind: Text = ""
    owner: Text = ""


class Pin(Value):
    """A place a person chose: the column, and the row within the step's lane, from 0."""

    column: int = Field(ge=0, le=20_000)
    row: int = Field(ge=0, le=5_000)


class Step(Value):
    """A node of the map.

    `with_lanes` take part beside the step's own lane; `wait` is the time a case lies before the
    step begins.
    """

    id: Id
    kind: StepKind
    name: Text = ""
    lane: Id
    with_lanes: tuple[Id, ...] = Field(default=(), alias="with")
    systems: tuple[Id, ...] = ()
    work: Duration | None = None
    wait: Duration | None = None
    checks_ai: bool = False
    pin: Pin | None = None

    @property
    def lanes(self) -> tuple[str, ...]:
        """All lanes that do it together, its own first."""
        return (self.lane, *self.with_lanes)

    def done_by(self, lanes: Iterable[str]) -> Self:
        """The same step done by other lanes, the first of them its own.

        A pin was a place in the old one.
        """
        own, *others = dict.fromkeys(lanes)
        pin = self.pin if own == self.lane else None
        return self.replace(lane=own, with_lanes=tuple(others), pin=pin)

    def in_lane(self, lane: str) -> Self:
        """The same step in another lane, done together with the same others."""
        return self if lane == self.lane else self.done_by((lane, *self.with_lanes))


class Phase(Value):
    """A heading over the columns from its first step on."""

    id: Id
    name: Text
    first: Id


class Flow(Value):
    """What follows what.

    `share` is of a decision's cases, `returned` is what comes back as incomplete. What is handed
    over goes through a system of the map or through something that the text names, never both.
    """

    id: Id
    source: Id
    target: Id
    label: Text = ""
    share: Share | None = None
    passes: Text = ""
    through_system: Id | None = None
    through: Text = ""
    returned: Share | None = None
    rework: bool = False

    @property
    def handed_over(self) -> dict[str, Any]:
        """The fields that tell of a handoff."""
        return {key: getattr(self, key) for key in HANDOFF_FIELDS}
