"""Which certificates are known to sign for a seat, and where that is known from."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from pilotmap.language import tr
from pilotmap.model.signoff import SEATS, Seat
from pilotmap.signing.words import named
from pilotmap.storage.trust import Registered, TrustFile


class Known(NamedTuple):
    """A certificate's fingerprint, where it is from in words, and whether that can be relied on.

    A list that came along with the file itself is no reason to believe the file.
    """

    fingerprint: str
    source: str
    confirmed: bool = True


Trust = Mapping[Seat, Collection[Known]]
"""The certificates known for a seat; seats for which none is known may lack."""


def known_from(listed: TrustFile, where: str, *, confirmed: bool) -> dict[Seat, tuple[Known, ...]]:
    """What a list of registered certificates says; `where` is what the list is called."""
    return {
        seat: tuple(Known(each.fingerprint, _source(each, where), confirmed) for each in some)
        for seat in SEATS
        if (some := listed.of(seat))
    }


def joined(*lists: Trust) -> dict[Seat, tuple[Known, ...]]:
    """Several lists as one, the first first."""
    return {
        seat: some
        for seat in SEATS
        if (some := tuple(each for one in lists for each in one.get(seat, ())))
    }


def _source(each: Registered, where: str) -> str:
    if each.by:
        who = named(each.by)
        return tr("{where}, registered on {day} by {who}", where=where, day=each.since, who=who)
    return tr("{where}, registered on {day}", where=where, day=each.since)
