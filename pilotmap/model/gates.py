"""Gates 2 to 4, absent until opened; no part of Gate 1's meaning."""

from typing import Literal

from pilotmap.model.quantity import Quantity
from pilotmap.model.value import Fraction, Id, IsoDate, Text, Value

IntegrationArea = Literal["pipelines", "connections", "errors", "monitoring", "escalation"]


class TrialCase(Value):
    """One case that the AI component was tried on."""

    id: Id
    text: Text = ""
    failed: bool = False
    note: Text = ""


class Feasibility(Value):
    """Gate 2: two weeks, a failure threshold fixed before the first case."""

    opened: IsoDate | None = None
    threshold: Fraction | None = None
    threshold_set: IsoDate | None = None
    cases: tuple[TrialCase, ...] = ()
    does_well: Text = ""
    fails_at: Text = ""
    to_fix: Text = ""


class IntegrationRow(Value):
    """One piece of the work list: an answer, an owner and evidence."""

    id: Id
    area: IntegrationArea
    about: Text = ""
    question: Text = ""
    answer: Text = ""
    owner: Text = ""
    evidence: Text = ""


class Integration(Value):
    """Gate 3: the work list that comes from the map."""

    opened: IsoDate | None = None
    rows: tuple[IntegrationRow, ...] = ()


class ShadowRecord(Value):
    """One case of the shadow run, in the metric of Gate 1."""

    id: Id
    on: IsoDate | None = None
    value: float
    note: Text = ""


class Shadow(Value):
    """Gate 4: two to four weeks against a threshold locked before the first record."""

    opened: IsoDate | None = None
    threshold: Quantity | None = None
    threshold_set: IsoDate | None = None
    records: tuple[ShadowRecord, ...] = ()
    flipped: IsoDate | None = None
