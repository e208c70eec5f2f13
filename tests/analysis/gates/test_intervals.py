"""The intervals, against the same reckoned another way: by bisection and by adding up a density."""

from math import ceil, exp, lgamma, log, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotmap.analysis.gates.intervals import (
    cases_without_failure,
    more_cases,
    more_values,
    of_mean,
    student,
    wilson,
)

Z2 = 3.8414588206941236
"""The 95 % point of chi-squared with one degree of freedom, from a table."""


def _score(share: float, p: float, cases: int) -> float:
    """How far a true share p is from the share seen, squared, in standard errors squared."""
    return (share - p) ** 2 * cases - Z2 * p * (1 - p)


def _end(share: float, cases: int, outer: float) -> float:
    """Where the score test begins to refuse, between the share seen and an end of the scale."""
    inside, outside = share, outer
    for _ in range(200):
        middle = (inside + outside) / 2
        if _score(share, middle, cases) > 0:
            outside = middle
        else:
            inside = middle
    return (inside + outside) / 2


@given(st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_where_the_score_test_begins_to_refuse(seen: tuple[int, int]) -> None:
    hits, cases = seen
    interval = wilson(hits, cases)
    assert interval is not None
    assert interval.low == pytest.approx(_end(hits / cases, cases, 0.0), abs=1e-9)
    assert interval.high == pytest.approx(_end(hits / cases, cases, 1.0), abs=1e-9)


def test_wilson_of_nothing_and_at_the_ends() -> None:
    assert wilson(0, 0) is None
    none, every = wilson(0, 20), wilson(20, 20)
    assert none is not None
    assert every is not None
    assert none.low == 0.0
    assert every.high == 1.0
    assert none.high == pytest.approx(Z2 / (20 + Z2))


def _within(t: float, freedom: int, parts: int = 20_000) -> float:
    """The chance of a value between -t and t: Student's density, added up by Simpson's rule."""
    scale = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / sqrt(freedom * pi)
    step = t / parts
    total = 0.0
    for at in range(parts + 1):
        weight = 1 if at in (0, parts) else 4 if at % 2 else 2
        x = at * step
        total += weight * exp(-(freedom + 1) / 2 * log(1 + x * x / freedom))
    return 2 * scale * total * step / 3


@pytest.mark.parametrize("freedom", [1, 2, 3, 5, 10, 29, 100, 599, 10_000])
def test_between_the_points_of_student_lie_95_percent(freedom: int) -> None:
    assert _within(student(freedom), freedom) == pytest.approx(0.95, abs=1e-9)


@pytest.mark.parametrize(("freedom", "point"), [(1, 12.706), (4, 2.776), (10, 2.228), (60, 2.000)])
def test_the_points_are_those_of_printed_tables(freedom: int, point: float) -> None:
    assert round(student(freedom), 3) == point


def test_the_interval_of_a_mean_needs_two_values() -> None:
    assert of_mean(3.0, None, 1) is None
    interval = of_mean(10.0, 2.0, 4)
    assert interval is not None
    assert interval.high - 10.0 == pytest.approx(3.182446 * 2.0 / 2)


@pytest.mark.parametrize(("limit", "cases"), [(0.05, 73), (0.1, 35), (0.5, 4), (1.0, 0)])
def test_cases_without_a_failure(limit: float, cases: int) -> None:
    assert cases_without_failure(limit) == cases == ceil(Z2 * (1 - limit) / limit)


def test_no_number_of_cases_shows_that_nothing_ever_fails() -> None:
    assert cases_without_failure(0.0) is None


@given(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    st.floats(0.01, 0.99),
)
def test_so_many_more_cases_settle_it_and_one_fewer_does_not(
    seen: tuple[int, int], limit: float
) -> None:
    hits, cases = seen
    share = hits / cases
    above = share > limit
    more = more_cases(share, limit, cases, strictly=above)
    if more is None or abs(share - limit) < 0.001:
        return
    settled = cases + more
    edge = _end(share, settled, 0.0 if above else 1.0)
    assert edge >= limit - 1e-9 if above else edge <= limit + 1e-9
    if more > 1:
        before = _end(share, settled - 1, 0.0 if above else 1.0)
        assert before <= limit + 1e-9 if above else before >= limit - 1e-9


@given(st.floats(0.1, 5.0), st.floats(0.1, 5.0), st.integers(2, 50))
def test_so_many_more_values_settle_a_mean(distance: float, deviation: float, cases: int) -> None:
    more = more_values(0.0, deviation, cases, distance)
    assert more is not None
    interval = of_mean(0.0, deviation, cases + more)
    assert interval is not None
    assert interval.high <= distance + 1e-9
    if more > 1:
        before = of_mean(0.0, deviation, cases + more - 1)
        assert before is not None
        assert before.high > distance
