"""Gate 2: two weeks, and a failure threshold that is sealed before the first case is judged."""

from typing import Final, Literal

from pilotmap.language import N_
from pilotmap.model.gates.records import CarriedTrial, Cases, TrialRecords
from pilotmap.model.value import Amount, Digest, Fraction, IsoDate, Text, Timestamp, Value

CAP_DAYS: Final = 14
TrialChoice = Literal["proceed", "kill"]
TRIAL_CHOICES: Final[dict[TrialChoice, str]] = {
    "proceed": N_("Go on to Gate 3"),
    "kill": N_("Kill the pilot here"),
}


class FormerThreshold(Value):
    """A threshold as it was until it was changed, with its seal, and why and by whom it was."""

    threshold: Fraction
    sealed: Digest | None = None
    until: Timestamp
    by: Text
    reason: Text
    judged: Cases = 0


class Repair(Value):
    """One thing that would have to be mended, and what that takes."""

    text: Text
    effort_days: Amount | None = None


class TrialDecision(Value):
    """What was decided; `reason` where it goes against the verdict.

    `learned` and `would_change` are for the page of a pilot that was killed.
    """

    choice: TrialChoice
    on: IsoDate | None = None
    reason: Text = ""
    learned: Text = ""
    would_change: Text = ""


class Feasibility(Value):
    """The decision document of Gate 2.

    `threshold_set` is the day that version 2 of the format noted instead of a seal.
    """

    opened: IsoDate | None = None
    owner: Text = ""
    next_review: IsoDate | None = None
    built: Text = ""
    threshold: Fraction | None = None
    threshold_set: IsoDate | None = None
    sealed: Digest | None = None
    history: tuple[FormerThreshold, ...] = ()
    records: TrialRecords | None = None
    carried: tuple[CarriedTrial, ...] = ()
    does_well: Text = ""
    fails_at: Text = ""
    to_fix: tuple[Repair, ...] = ()
    effort_days: Amount | None = None
    decision: TrialDecision | None = None
