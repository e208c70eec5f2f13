"""Part 1 of Gate 1: the measurable outcome."""

from typing import Literal

from pilotmap.model.quantity import Quantity
from pilotmap.model.value import IsoDate, Text, Value

Change = Literal["reduce", "increase"]


class Outcome(Value):
    """The parts of the one sentence that cannot be vague."""

    change: Change | None = None
    measure: Text = ""
    population: Text = ""
    baseline: Quantity | None = None
    target: Quantity | None = None
    by: IsoDate | None = None
    measured_in: Text = ""
    owner: Text = ""
