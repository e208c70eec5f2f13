"""The cases of a gate as rows of its file, and what they add up to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import fsum, sqrt
from statistics import median
from typing import Final, NamedTuple, TypeVar

from pilotmap.model.gates.gate import SealedGate
from pilotmap.model.gates.records import ShadowCount, ShadowSummary, TrialCount, TrialSummary


class Trial(NamedTuple):
    """A case of the feasibility build; `failed` is None until somebody judges it."""

    id: str
    input: str = ""
    expected: str = ""
    got: str = ""
    failed: bool | None = None
    kind: str = ""
    by: str = ""
    at: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """What it is found again by."""
        return self.id


class ShadowCase(NamedTuple):
    """A case of the shadow run; `value` in the measure of Gate 1, as it is reckoned."""

    case: str
    at: str = ""
    ai: str = ""
    person: str = ""
    agreed: bool | None = None
    minutes: float | None = None
    value: float | None = None
    reviewed_by: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """What it is found again by."""
        return self.case

    @property
    def day(self) -> date | None:
        """The day it was on, where that is said."""
        return date.fromisoformat(self.at[:10]) if self.at else None


Case = Trial | ShadowCase
C = TypeVar("C", Trial, ShadowCase)
CASE_OF: Final[dict[SealedGate, type[Trial] | type[ShadowCase]]] = {2: Trial, 4: ShadowCase}


def trial_summary(cases: Iterable[Trial]) -> TrialSummary:
    """What the cases of a feasibility build add up to, the kinds in the order of their names."""
    judged: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    passed_by_kind = False
    for case in cases:
        if case.failed is None:
            continue
        judged[case.kind] += 1
        failed[case.kind] += case.failed
        passed_by_kind = passed_by_kind or bool(case.kind and not case.failed)
    return TrialSummary(
        judged=judged.total(),
        failed=failed.total(),
        passed_by_kind=passed_by_kind,
        kinds=tuple(
            TrialCount(kind=kind, judged=judged[kind], failed=failed[kind])
            for kind in sorted(judged)
            if kind
        ),
    )


def shadow_summary(cases: Iterable[ShadowCase]) -> ShadowSummary:
    """What the records of a shadow run add up to, in all and by the week of their day."""
    everything = tuple(cases)
    weeks: dict[date, list[ShadowCase]] = {}
    days: list[date] = []
    for case in everything:
        if (day := case.day) is not None:
            days.append(day)
            weeks.setdefault(monday(day), []).append(case)
    return ShadowSummary(
        all=_count(None, everything),
        weeks=tuple(_count(week, weeks[week]) for week in sorted(weeks)),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _count(week: date | None, cases: Sequence[ShadowCase]) -> ShadowCount:
    values = [case.value for case in cases if case.value is not None]
    verdicts = [case.agreed for case in cases if case.agreed is not None]
    mean = fsum(values) / len(values) if values else None
    deviation = None
    if mean is not None and len(values) > 1:
        squares = fsum((value - mean) ** 2 for value in values)
        deviation = sqrt(squares / (len(values) - 1))
    return ShadowCount(
        week=week,
        values=len(values),
        mean=mean,
        deviation=deviation,
        median=median(values) if values else None,
        compared=len(verdicts),
        agreed=sum(verdicts),
    )
