"""How the cases that leave a decision divide over its branches."""

from collections.abc import Iterable
from typing import Final

from pilotmap.model.known import number_of
from pilotmap.model.process import Flow

TOLERANCE: Final = 0.005 + 1e-9
"""How far given shares may be from 1 together: 33.3 % three times is meant as thirds."""
_EXACT: Final = 1e-9


def shares(branches: Iterable[Flow]) -> tuple[float, ...]:
    """The share of each branch of a decision; those not given divide what is left equally."""
    given = [number_of(flow.share) for flow in branches]
    total = sum(share for share in given if share is not None)
    absent = given.count(None)
    if absent == 0 and adds_up(given):
        return tuple((share or 0.0) / total for share in given)
    over = max(1.0, total) if adds_up(given) else 1.0
    rest = max(0.0, 1 - total) / absent if absent else 0.0
    return tuple(rest if share is None else share / over for share in given)


def adds_up(given: Iterable[float | None]) -> bool:
    """Whether shares can be those of one decision: 1 together, or less with some not given."""
    known = list(given)
    total = sum(share for share in known if share is not None)
    if None in known or not known:
        return total <= 1 + TOLERANCE
    return abs(total - 1) <= TOLERANCE


def is_scaled(given: Iterable[float | None]) -> bool:
    """Whether shares are taken for those of one decision though they are not quite 1 together."""
    known = list(given)
    total = sum(share for share in known if share is not None)
    off = total - 1 if None in known else abs(total - 1)
    return bool(known) and adds_up(known) and off > _EXACT
