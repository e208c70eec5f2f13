"""Gate 4: two to four weeks beside the people, against a threshold that is locked before."""

from typing import Annotated, Final, Literal

from pydantic import Field

from pilotmap.language import N_
from pilotmap.model.gates.records import CarriedShadow, Cases, ShadowRecords
from pilotmap.model.quantity import Quantity
from pilotmap.model.value import Digest, Fraction, IsoDate, Text, Timestamp, Value

FEWEST_WEEKS: Final = 2
MOST_WEEKS: Final = 4
FlipChoice = Literal["flip", "stop"]
FLIP_CHOICES: Final[dict[FlipChoice, str]] = {
    "flip": N_("Flip the switch"),
    "stop": N_("Stop here"),
}


class FormerMark(Value):
    """What the shadow run had to reach until that was changed, and why and by whom it was."""

    threshold: Quantity | None = None
    agreement: Fraction | None = None
    reckoned: Text = ""
    sealed: Digest | None = None
    until: Timestamp
    by: Text
    reason: Text
    records: Cases = 0


class BackIf(Value):
    """When to go back: a measure and its limit, said before."""

    measure: Text = ""
    limit: Quantity | None = None


class Stage(Value):
    """A part of the cases that goes over on a day; `seen` is what `back_if` said then."""

    share: Fraction
    on: IsoDate | None = None
    seen: Text = ""


class Return(Value):
    """The way back was taken."""

    on: IsoDate | None = None
    by: Text = ""
    reason: Text = ""


class Flip(Value):
    """The decision at the end of a shadow run, and what holds after it."""

    choice: FlipChoice
    on: IsoDate | None = None
    reason: Text = ""
    monitors: Text = ""
    hours: Text = ""
    way_back: Text = ""
    back_if: BackIf = BackIf()
    stages: tuple[Stage, ...] = ()
    back: Return | None = None


class Shadow(Value):
    """The shadow run of Gate 4.

    `threshold` is Gate 1's measure: a mean of at most or at least so much; `agreement` the least
    share of cases in which AI and person agree, where that is asked; `reckoned` how the value of a
    case comes about. `threshold_set` is the day that version 2 of the format noted instead of a
    seal.
    """

    opened: IsoDate | None = None
    owner: Text = ""
    next_review: IsoDate | None = None
    weeks: Annotated[int, Field(ge=1, le=520)] | None = None
    threshold: Quantity | None = None
    threshold_set: IsoDate | None = None
    agreement: Fraction | None = None
    reckoned: Text = ""
    sealed: Digest | None = None
    history: tuple[FormerMark, ...] = ()
    records: ShadowRecords | None = None
    carried: tuple[CarriedShadow, ...] = ()
    flip: Flip | None = None
