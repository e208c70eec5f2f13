"""What the map keeps of the cases of a gate; the cases themselves are a CSV file beside it."""

from typing import Annotated

from pydantic import Field

from pilotmap.model.value import Amount, Digest, Id, IsoDate, Text, Value

Cases = Annotated[int, Field(ge=0)]
MOST_ROWS = 1_000_000


class TrialCount(Value):
    """How many cases of one kind were judged, and how many of them the AI failed at."""

    kind: Text = ""
    judged: Cases = 0
    failed: Cases = 0


class TrialSummary(Value):
    """What a feasibility build's cases add up to.

    `passed_by_kind` says that cases that went well name a kind too: kinds are kinds of cases then,
    and else kinds of failure.
    """

    judged: Cases = 0
    failed: Cases = 0
    passed_by_kind: bool = False
    kinds: tuple[TrialCount, ...] = ()


class TrialRecords(Value):
    """The file of a feasibility build's cases, its SHA-256 and what it adds up to."""

    file: Text
    sha256: Digest
    rows: Cases = 0
    summary: TrialSummary = TrialSummary()


class ShadowCount(Value):
    """Cases of a shadow run: how many have a value, its mean, spread and middle, how many agree.

    `deviation` is the sample's standard deviation, absent below two values; `compared` counts the
    cases that say whether the AI agreed with the person. `week` is the Monday of a week, absent for
    all cases and for those without a day.
    """

    week: IsoDate | None = None
    values: Cases = 0
    mean: float | None = None
    deviation: Amount | None = None
    median: float | None = None
    compared: Cases = 0
    agreed: Cases = 0


class ShadowSummary(Value):
    """What a shadow run's cases add up to, in all and by week; `first` and `last` are its days."""

    all: ShadowCount = ShadowCount()
    weeks: tuple[ShadowCount, ...] = ()
    first: IsoDate | None = None
    last: IsoDate | None = None


class ShadowRecords(Value):
    """The file of a shadow run's cases, its SHA-256 and what it adds up to."""

    file: Text
    sha256: Digest
    rows: Cases = 0
    summary: ShadowSummary = ShadowSummary()


class CarriedTrial(Value):
    """A case that version 2 of the format kept in the map, until it is taken into the file."""

    id: Id
    text: Text = ""
    failed: bool = False
    note: Text = ""


class CarriedShadow(Value):
    """A record that version 2 of the format kept in the map, until it is taken into the file."""

    id: Id
    on: IsoDate | None = None
    value: float
    note: Text = ""
