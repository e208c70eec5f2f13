"""The process map itself: who, with what, does which steps, and how they follow."""

from typing import Final, Literal

from pydantic import Field

from pilotmap.model.quantity import Duration
from pilotmap.model.value import Amount, Id, Share, Text, Value

LaneKind = Literal["team", "person", "outside", "ai"]
StepKind = Literal["start", "step", "decision", "parallel", "wait", "end"]

SPLITTING_KINDS: Final = ("decision", "parallel")


class Lane(Value):
    """Who does the work: a team, a person, someone outside, or the AI."""

    id: Id
    name: Text
    kind: LaneKind
    group: Text = ""
    people: Amount | None = None
    hours_per_day: Amount | None = None


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
    """A node of the map; `wait` is the time a case lies before the step begins."""

    id: Id
    kind: StepKind
    name: Text = ""
    lane: Id
    systems: tuple[Id, ...] = ()
    work: Duration | None = None
    wait: Duration | None = None
    checks_ai: bool = False
    pin: Pin | None = None

    @property
    def hours(self) -> float:
        """Work and wait in hours, absent counted as zero."""
        return self.work_hours + self.wait_hours

    @property
    def work_hours(self) -> float:
        """Work in hours, absent counted as zero."""
        return self.work.hours if self.work else 0.0

    @property
    def wait_hours(self) -> float:
        """Wait in hours, absent counted as zero."""
        return self.wait.hours if self.wait else 0.0


class Flow(Value):
    """What follows what.

    `share` is of a decision's cases, `returned` is what comes back as incomplete.
    """

    id: Id
    source: Id
    target: Id
    label: Text = ""
    share: Share | None = None
    passes: Text = ""
    through: Text = ""
    returned: Share | None = None
    rework: bool = False
