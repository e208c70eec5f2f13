"""Part 1 of Gate 1: the measurable outcome."""

from typing import Literal

from pilotmap.model.quantity import Quantity
from pilotmap.model.value import Id, IsoDate, Text, Value

Change = Literal["reduce", "increase"]
About = Literal["lead_time", "work", "other"]


class Outcome(Value):
    """The parts of the one sentence that cannot be vague.

    `about` says what the map's own figure it is held against; a lead time may run from the arrival
    at the step `starts_at` to the leaving of `ends_at`.
    """

    change: Change | None = None
    measure: Text = ""
    population: Text = ""
    baseline: Quantity | None = None
    target: Quantity | None = None
    by: IsoDate | None = None
    measured_in: Text = ""
    owner: Text = ""
    about: About | None = None
    starts_at: Id | None = None
    ends_at: Id | None = None
