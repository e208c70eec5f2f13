"""95 % intervals: of a share by Wilson, of a mean by Student's t distribution."""

from functools import lru_cache
from math import ceil, exp, floor, inf, lgamma, log, log1p, sqrt
from typing import Final, NamedTuple

Z: Final = 1.959963984540054
"""The 97.5 % point of the normal distribution."""
LEVEL: Final = 0.95
_MOST_CASES: Final = 10**9


class Interval(NamedTuple):
    """From where to where."""

    low: float
    high: float


def wilson(hits: int, cases: int) -> Interval | None:
    """The interval of a share (E. B. Wilson, 1927); None without a case."""
    if cases == 0:
        return None
    share, z2 = hits / cases, Z * Z
    middle = (share + z2 / (2 * cases)) / (1 + z2 / cases)
    half = Z * sqrt(share * (1 - share) / cases + z2 / (4 * cases * cases)) / (1 + z2 / cases)
    low = 0.0 if hits == 0 else middle - half
    high = 1.0 if hits == cases else middle + half
    return Interval(low, high)


def cases_to_tell(share: float, limit: float) -> float | None:
    """How many cases of this share make its interval end at the limit; None where both are one.

    The ends of Wilson's interval are where (share - p)^2 = z^2 p (1 - p) / n; so n follows for
    p = limit.
    """
    distance = (share - limit) ** 2
    if distance == 0.0:  # or too small to be told from it
        return None
    return Z * Z * limit * (1 - limit) / distance


def cases_without_failure(limit: float) -> int | None:
    """How many cases without a failure show a rate of at most the limit; None for a limit of 0."""
    needed = cases_to_tell(0.0, limit)
    return None if needed is None else ceil(needed - 1e-9)


def more_cases(share: float, limit: float, cases: int, *, strictly: bool) -> int | None:
    """How many further cases at this share would tell it from the limit, at least one.

    `strictly` where the interval may not touch the limit. None where share and limit are one, or
    where no number of cases would do.
    """
    needed = cases_to_tell(share, limit)
    if needed is None or needed > _MOST_CASES:
        return None
    whole = floor(needed + 1e-9) + 1 if strictly else ceil(needed - 1e-9)
    return max(1, whole - cases)


def of_mean(mean: float, deviation: float | None, cases: int) -> Interval | None:
    """The interval of a mean from the sample's standard deviation; None below two values."""
    if cases < 2 or deviation is None:
        return None
    half = student(cases - 1) * deviation / sqrt(cases)
    return Interval(mean - half, mean + half)


def more_values(mean: float, deviation: float | None, cases: int, limit: float) -> int | None:
    """How many further values of this mean and spread would tell it from the limit.

    None where they are one, or where the spread is not known.
    """
    if deviation is None or cases < 2 or mean == limit:
        return None
    distance = abs(mean - limit)
    low, high = cases, cases
    while student(high - 1) * deviation / sqrt(high) > distance:
        low, high = high, high * 2
        if high > _MOST_CASES:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        if student(middle - 1) * deviation / sqrt(middle) > distance:
            low = middle
        else:
            high = middle
    return max(1, high - cases)


@lru_cache(maxsize=4_096)
def student(freedom: int) -> float:
    """The 97.5 % point of Student's t with so many degrees of freedom (at least 1)."""
    low, high = 1.9, 13.0
    for _ in range(80):
        middle = (low + high) / 2
        if _tails(middle, freedom) > 1 - LEVEL:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _tails(t: float, freedom: int) -> float:
    """The chance of a value beyond t on either side: I_x(v/2, 1/2) at x = v / (v + t^2)."""
    x = freedom / (freedom + t * t)
    return _beta(x, freedom / 2, 0.5)


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (Lentz's method)."""
    if x <= 0.0 or x >= 1.0:
        return float(x >= 1.0)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    found, before = d, inf
    m = 0
    while abs(found - before) > 1e-16 * abs(found) and m < 10_000:
        m += 1
        before = found
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + term * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + term / c
            c = c if abs(c) > tiny else tiny
            found *= c * d
    return found
