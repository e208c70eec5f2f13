"""Gate 4 in figures: the mean with its interval, the agreement, and the verdict."""

from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from pilotmap.analysis.gates.intervals import Interval, more_cases, more_values, of_mean, wilson
from pilotmap.model.gates.records import ShadowCount, ShadowSummary
from pilotmap.model.gates.shadow import FormerMark, Shadow
from pilotmap.model.outcome import Change

RunVerdict = Literal["pass", "fail", "not_enough"]


class Mark(NamedTuple):
    """What is to be reached: a mean of at most (`reduce`) or at least `mean`, and an agreement."""

    change: Change
    mean: float
    agreement: float | None = None


class Measured(NamedTuple):
    """What was seen in some cases, all or those of a week."""

    cases: ShadowCount

    @property
    def mean(self) -> Interval | None:
        """The interval of the mean."""
        count = self.cases
        return None if count.mean is None else of_mean(count.mean, count.deviation, count.values)

    @property
    def agreement(self) -> float | None:
        """The share of the compared cases in which AI and person agreed."""
        count = self.cases
        return count.agreed / count.compared if count.compared else None

    @property
    def agreement_interval(self) -> Interval | None:
        """By Wilson."""
        return wilson(self.cases.agreed, self.cases.compared)

    def as_json(self) -> dict[str, Any]:
        """As in `gate4` of `check --format json`."""
        mean, agreed = self.mean, self.agreement_interval
        return {
            "values": self.cases.values,
            "mean": self.cases.mean,
            "mean_low": mean.low if mean else None,
            "mean_high": mean.high if mean else None,
            "median": self.cases.median,
            "compared": self.cases.compared,
            "agreement": self.agreement,
            "agreement_low": agreed.low if agreed else None,
            "agreement_high": agreed.high if agreed else None,
        }


class RunJudged(NamedTuple):
    """A verdict, and how many further cases would settle one that is open (None: cannot say)."""

    verdict: RunVerdict
    further: int | None = None


class ShadowRun(NamedTuple):
    """All figures of the shadow run on a day; `before` as in `Trial`."""

    all: Measured
    weeks: tuple[Measured, ...]
    rows: int
    days_open: int | None
    days_left: int | None
    judged: RunJudged | None
    before: tuple[RunJudged, ...]


def shadow_run(shadow: Shadow, change: Change | None, today: date) -> ShadowRun:
    """The figures; no verdict without a threshold that is a number and a direction."""
    records = shadow.records
    summary = records.summary if records else ShadowSummary()
    as_of = min(today, shadow.flip.on) if shadow.flip is not None and shadow.flip.on else today
    opened = shadow.opened
    ends = None if opened is None or shadow.weeks is None else opened + timedelta(7 * shadow.weeks)
    before = (_judged(former, change, summary.all) for former in shadow.history)
    return ShadowRun(
        Measured(summary.all),
        tuple(Measured(week) for week in summary.weeks),
        records.rows if records else 0,
        None if opened is None else max(0, (as_of - opened).days),
        None if ends is None else (ends - as_of).days,
        _judged(shadow, change, summary.all),
        tuple(judged for judged in before if judged is not None),
    )


def _judged(
    asked: Shadow | FormerMark, change: Change | None, count: ShadowCount
) -> RunJudged | None:
    threshold = asked.threshold.number if asked.threshold is not None else None
    if threshold is None or change is None:
        return None
    return judge_run(count, Mark(change, threshold, asked.agreement))


def judge_run(count: ShadowCount, mark: Mark) -> RunJudged:
    """What the cases say about a mark: pass, fail, or that there are not enough."""
    sides = [_mean_side(count, mark)]
    if mark.agreement is not None:
        sides.append(_agreement_side(count, mark.agreement))
    if any(side.verdict == "fail" for side in sides):
        return RunJudged("fail")
    if all(side.verdict == "pass" for side in sides):
        return RunJudged("pass")
    wanted = [side.further for side in sides if side.verdict == "not_enough"]
    known = [further for further in wanted if further is not None]
    return RunJudged("not_enough", max(known) if len(known) == len(wanted) else None)


def _mean_side(count: ShadowCount, mark: Mark) -> RunJudged:
    if count.mean is None:
        return RunJudged("not_enough")
    interval = of_mean(count.mean, count.deviation, count.values)
    if interval is None:
        return RunJudged("not_enough")
    low, high = interval
    if mark.change == "reduce":
        good, bad = high <= mark.mean, low > mark.mean
    else:
        good, bad = low >= mark.mean, high < mark.mean
    if good or bad:
        return RunJudged("pass" if good else "fail")
    further = more_values(count.mean, count.deviation, count.values, mark.mean)
    return RunJudged("not_enough", further)


def _agreement_side(count: ShadowCount, least: float) -> RunJudged:
    interval = wilson(count.agreed, count.compared)
    if interval is None:
        return RunJudged("not_enough")
    if interval.low >= least:
        return RunJudged("pass")
    if interval.high < least:
        return RunJudged("fail")
    share = count.agreed / count.compared
    further = more_cases(share, least, count.compared, strictly=share < least)
    return RunJudged("not_enough", further)
