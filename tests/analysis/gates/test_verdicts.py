"""The verdict rules of gates 2 and 4, as they must hold for any cases."""

from datetime import date, timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.analysis.gates.intervals import of_mean, wilson
from pilotmap.analysis.gates.shadow_run import Mark, judge_run
from pilotmap.analysis.gates.trial import judge, trial
from pilotmap.model.gates.cases import ShadowCase, Trial, shadow_summary, trial_summary
from pilotmap.model.gates.feasibility import Feasibility, FormerThreshold, TrialDecision
from pilotmap.model.gates.records import ShadowCount, TrialRecords

HARSHER = ["proceed", "not_enough", "kill"]
KINDER = ["fail", "not_enough", "pass"]
SEEN = st.integers(0, 600).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SHARES = st.floats(0.0, 1.0)
OPENED = date(2027, 3, 1)


@given(SEEN, SHARES, st.booleans())
def test_one_more_failure_never_makes_it_milder(
    seen: tuple[int, int], threshold: float, capped: bool
) -> None:
    failed, judged = seen
    if failed < judged:
        now = judge(failed, judged, threshold, capped=capped).verdict
        after = judge(failed + 1, judged, threshold, capped=capped).verdict
        assert HARSHER.index(after) >= HARSHER.index(now)


@given(SEEN, SHARES, SHARES, st.booleans())
def test_a_higher_threshold_never_makes_it_harsher(
    seen: tuple[int, int], one: float, other: float, capped: bool
) -> None:
    low, high = sorted((one, other))
    strict = judge(*seen, low, capped=capped).verdict
    mild = judge(*seen, high, capped=capped).verdict
    assert HARSHER.index(mild) <= HARSHER.index(strict)


@given(SEEN, SHARES)
def test_not_enough_is_said_only_where_the_interval_lies_on_both_sides(
    seen: tuple[int, int], threshold: float
) -> None:
    interval = wilson(*seen)
    is_open = interval is None or interval.low <= threshold < interval.high
    assert (judge(*seen, threshold).verdict == "not_enough") == is_open


@given(SEEN, SHARES)
def test_when_the_two_weeks_are_over_it_is_never_open(
    seen: tuple[int, int], threshold: float
) -> None:
    failed, judged = seen
    found = judge(failed, judged, threshold, capped=True)
    before = judge(failed, judged, threshold)
    if before.verdict != "not_enough":
        assert found == before
    else:
        assert not found.certain
        above = judged == 0 or failed / judged > threshold
        assert found.verdict == ("kill" if above else "proceed")


@given(SEEN, SHARES)
def test_so_many_further_cases_at_this_rate_are_enough(
    seen: tuple[int, int], threshold: float
) -> None:
    failed, judged = seen
    found = judge(failed, judged, threshold)
    if found.further is None or not judged or abs(failed / judged - threshold) < 0.005:
        return
    times = ceil((judged + found.further) / judged)
    assert judge(failed * times, judged * times, threshold).verdict != "not_enough"


def test_no_number_settles_a_rate_that_is_the_threshold() -> None:
    assert judge(1, 20, 0.05).further is None
    assert judge(1, 20, 0.05).verdict == "not_enough"
    assert judge(0, 0, 0.05).further == 73


def feasibility(failed: int, judged: int, **more: object) -> Feasibility:
    cases = [Trial(str(n), failed=n < failed) for n in range(judged)]
    records = TrialRecords(
        file="a.gate2.csv", sha256="0" * 64, rows=judged, summary=trial_summary(cases)
    )
    part = Feasibility(opened=OPENED, threshold=0.1, records=records)
    return part.replace(**more)


@pytest.mark.parametrize(
    ("day", "left", "over", "verdict"),
    [
        (0, 14, 0, "not_enough"),
        (13, 1, 0, "not_enough"),
        (14, 0, 0, "proceed"),
        (20, -6, 6, "proceed"),
    ],
)
def test_the_cap_is_fourteen_days(day: int, left: int, over: int, verdict: str) -> None:
    found = trial(feasibility(1, 20), OPENED + timedelta(days=day))
    assert (found.days_left, found.days_over) == (left, over)
    assert found.judged is not None
    assert found.judged.verdict == verdict


def test_the_figures_stay_those_of_the_day_of_the_decision() -> None:
    decision = TrialDecision(choice="proceed", on=OPENED + timedelta(days=9), reason="seen enough")
    found = trial(feasibility(1, 20, decision=decision), OPENED + timedelta(days=90))
    assert (found.days_open, found.days_left) == (9, 5)
    assert found.judged is not None
    assert found.judged.verdict == "not_enough"


def test_the_verdict_is_told_under_each_former_threshold() -> None:
    former = FormerThreshold(
        threshold=0.02, until="2027-03-05T09:00:00Z", by="A", reason="b", judged=3
    )
    found = trial(feasibility(30, 200, history=(former,)), OPENED)
    assert [each.verdict for each in found.before] == ["kill"]


def test_kinds_are_of_failure_unless_cases_that_went_well_have_one() -> None:
    failures = [Trial("1", failed=True, kind="network"), Trial("2", failed=False)]
    kinds = [*failures, Trial("3", failed=False, kind="network"), Trial("4", kind="unjudged")]
    assert trial_summary(failures).passed_by_kind is False
    assert trial_summary(kinds).passed_by_kind is True
    assert [(k.kind, k.judged, k.failed) for k in trial_summary(kinds).kinds] == [("network", 2, 1)]
    assert trial_summary(kinds).judged == 3


def count(
    values: int, mean: float, deviation: float, compared: int = 0, agreed: int = 0
) -> ShadowCount:
    return ShadowCount(
        values=values, mean=mean, deviation=deviation, median=mean, compared=compared, agreed=agreed
    )


COUNTS = st.builds(
    count,
    st.integers(2, 500),
    st.floats(-100, 100),
    st.floats(0, 50),
)


@given(COUNTS, st.floats(-100, 100), st.sampled_from(("reduce", "increase")), st.floats(0, 50))
def test_a_better_mean_never_makes_the_run_worse(
    seen: ShadowCount, limit: float, change: str, better: float
) -> None:
    mark = Mark(change, limit)  # type: ignore[arg-type]
    shifted = (seen.mean or 0.0) + (-better if change == "reduce" else better)
    now = judge_run(seen, mark).verdict
    after = judge_run(seen.replace(mean=shifted), mark).verdict
    assert KINDER.index(after) >= KINDER.index(now)


@given(COUNTS, st.floats(-100, 100), st.sampled_from(("reduce", "increase")))
def test_it_is_open_only_where_the_interval_of_the_mean_lies_on_both_sides(
    seen: ShadowCount, limit: float, change: str
) -> None:
    interval = of_mean(seen.mean or 0.0, seen.deviation, seen.values)
    assert interval is not None
    low, high = interval
    is_open = low <= limit < high if change == "reduce" else low < limit <= high
    verdict = judge_run(seen, Mark(change, limit)).verdict  # type: ignore[arg-type]
    assert (verdict == "not_enough") == is_open


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), SHARES)
def test_the_agreement_decides_too(seen: tuple[int, int], least: float) -> None:
    agreed, compared = seen
    good = count(100, 10.0, 1.0, compared, agreed)
    interval = wilson(agreed, compared)
    assert interval is not None
    verdict = judge_run(good, Mark("reduce", 20.0, least)).verdict
    if interval.low >= least:
        assert verdict == "pass"
    elif interval.high < least:
        assert verdict == "fail"
    else:
        assert verdict == "not_enough"


def test_a_bad_agreement_fails_a_good_mean_and_one_value_is_not_enough() -> None:
    assert judge_run(count(100, 10.0, 1.0, 100, 10), Mark("reduce", 20.0, 0.9)).verdict == "fail"
    assert judge_run(ShadowCount(values=1, mean=3.0), Mark("reduce", 20.0)).verdict == "not_enough"
    assert judge_run(ShadowCount(), Mark("reduce", 20.0)).further is None


def test_weeks_begin_on_monday_and_cases_without_a_day_are_in_no_week() -> None:
    cases = [
        ShadowCase("1", at="2027-05-03", value=10.0, agreed=True),
        ShadowCase("2", at="2027-05-09T23:59:00", value=20.0, agreed=False),
        ShadowCase("3", at="2027-05-10", value=40.0),
        ShadowCase("4", value=2.0),
    ]
    found = shadow_summary(cases)
    assert [(week.week, week.mean) for week in found.weeks] == [
        (date(2027, 5, 3), 15.0),
        (date(2027, 5, 10), 40.0),
    ]
    assert (found.all.values, found.all.mean, found.all.median) == (4, 18.0, 15.0)
    assert (found.first, found.last) == (date(2027, 5, 3), date(2027, 5, 10))
    assert (found.all.compared, found.all.agreed) == (2, 1)
