"""Gate 2 in figures: the failure rate with its interval, and the verdict that follows from it."""

from datetime import date
from typing import Any, Literal, NamedTuple

from pilotmap.analysis.gates.intervals import (
    Interval,
    cases_without_failure,
    more_cases,
    wilson,
)
from pilotmap.model.gates.feasibility import CAP_DAYS, Feasibility
from pilotmap.model.gates.records import TrialSummary

TrialVerdict = Literal["kill", "proceed", "not_enough"]


class Rate(NamedTuple):
    """A failure rate: failed of judged, and its 95 % interval; None without a judged case."""

    kind: str
    judged: int
    failed: int

    @property
    def share(self) -> float | None:
        """The rate itself."""
        return self.failed / self.judged if self.judged else None

    @property
    def interval(self) -> Interval | None:
        """By Wilson."""
        return wilson(self.failed, self.judged)

    def as_json(self) -> dict[str, Any]:
        """As in `gate2` of `check --format json`."""
        interval = self.interval
        return {
            "judged": self.judged,
            "failed": self.failed,
            "failure_rate": self.share,
            "low": interval.low if interval else None,
            "high": interval.high if interval else None,
        }


class Judged(NamedTuple):
    """A verdict, how many further cases would settle one that is open, and whether it is certain.

    `further` is None where it is settled, or where no number would do.
    """

    verdict: TrialVerdict
    further: int | None = None
    certain: bool = True


class Trial(NamedTuple):
    """All figures of the feasibility build on a day.

    `before` is the verdict under each threshold that was changed, the oldest first.
    """

    rate: Rate
    kinds: tuple[Rate, ...]
    unjudged: int
    days_open: int | None
    days_left: int | None
    judged: Judged | None
    before: tuple[Judged, ...]
    cases_without_failure: int | None

    @property
    def days_over(self) -> int:
        """How many days the cap has been passed by."""
        return max(0, -(self.days_left or 0))


def trial(feasibility: Feasibility, today: date) -> Trial:
    """The figures as of the day of the decision, where there is one, and else of today."""
    records, threshold = feasibility.records, feasibility.threshold
    summary = records.summary if records else TrialSummary()
    decision = feasibility.decision
    as_of = min(today, decision.on) if decision is not None and decision.on else today
    opened = feasibility.opened
    days = None if opened is None else max(0, (as_of - opened).days)
    left = None if opened is None else CAP_DAYS - (as_of - opened).days
    capped = left is not None and left <= 0
    return Trial(
        Rate("", summary.judged, summary.failed),
        kind_rates(summary),
        (records.rows if records else 0) - summary.judged,
        days,
        left,
        None
        if threshold is None
        else judge(summary.failed, summary.judged, threshold, capped=capped),
        tuple(
            judge(summary.failed, summary.judged, former.threshold, capped=capped)
            for former in feasibility.history
        ),
        None if threshold is None else cases_without_failure(threshold),
    )


def kind_rates(summary: TrialSummary) -> tuple[Rate, ...]:
    """The rate of each kind: of its own cases, or of all where a kind is one of failure."""
    return tuple(
        Rate(each.kind, each.judged if summary.passed_by_kind else summary.judged, each.failed)
        for each in summary.kinds
    )


def judge(failed: int, judged: int, threshold: float, *, capped: bool = False) -> Judged:
    """What so many failures say under a threshold; `capped` where the two weeks are over."""
    interval = wilson(failed, judged)
    if interval is None:
        if capped:
            return Judged("kill", certain=False)
        return Judged("not_enough", cases_without_failure(threshold))
    if interval.low > threshold:
        return Judged("kill")
    if interval.high <= threshold:
        return Judged("proceed")
    rate = failed / judged
    if capped:
        return Judged("kill" if rate > threshold else "proceed", certain=False)
    further = more_cases(rate, threshold, judged, strictly=rate > threshold)
    return Judged("not_enough", further)
