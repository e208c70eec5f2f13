"""Every attack on files signed by one, two and three, with the verdict that it must get."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pilotmap.model.signoff import Seat
from tests.signing.attacks import (
    contents,
    dishonest,
    forged,
    hostile,
    prepared,
    readers_apart,
    saved_later,
    shown,
    weak,
)
from tests.signing.attacks.by_hand import Change, sealed, signature, validation_data
from tests.signing.attacks.raw import Doc
from tests.signing.controls import pyhanko
from tests.signing.files import ORDER, document, sign, signed

SIGNERS: tuple[tuple[Seat, ...], ...] = (("operations",), ("operations", "it"), ORDER)


class Case(NamedTuple):
    """One variant: its class, how many signed, its name, how it is made, and its verdict."""

    family: str
    signers: int
    name: str
    make: Callable[[], bytes]
    verdict: str = "reject"


def cases() -> Iterator[Case]:
    """All of them."""
    for seats in SIGNERS:
        yield from _on(seats)
    yield from _by_hand()
    yield from _between()
    yield from _dishonest()
    yield from _prepared()
    yield from _weak()


def _on(seats: tuple[Seat, ...]) -> Iterator[Case]:
    count = len(seats)
    for name, attack in saved_later.attacks():
        yield Case("saved later", count, name, lambda a=attack: a(Doc(signed(*seats))))
    for name, forge in forged.attacks():
        yield Case("forged", count, name, lambda a=forge: a(signed(*seats)))
    for name, hurt in hostile.attacks():
        yield Case("hostile", count, name, lambda a=hurt: a(signed(*seats)))


def _by_hand() -> Iterator[Case]:
    """Savings that readers take for different things, by an outsider and by a dishonest signer."""
    added = (
        ("readers apart", readers_apart.changes),
        ("objects packed", contents.object_streams),
        ("validation data", contents.stores),
        ("notes", shown.notes),
    )
    for count, seats in enumerate(SIGNERS, start=1):
        for family, changes in added:
            for name, change in changes():
                yield Case(family, count, name, lambda s=seats, c=change: _added(signed(*s), c))
    for count in range(1, len(ORDER) + 1):
        for name, change in (*readers_apart.changes(), *shown.notes()):
            yield Case("signed so", count, name, lambda n=count, c=change: _signed(ORDER[:n], c))
        for name, change in shown.stamps():
            yield Case("stamps", count, name, lambda n=count, c=change: _signed(ORDER[:n], c))


def _added(data: bytes, change: Change) -> bytes:
    saving = validation_data(data)
    change(saving)
    return saving.written()


def _signed(seats: tuple[Seat, ...], change: Change) -> bytes:
    """A file whose last signer made the change."""
    saving = signature(signed(*seats[:-1]) if seats[1:] else document(), seats[-1])
    change(saving)
    return sealed(saving.written(), seats[-1])


def _between() -> Iterator[Case]:
    """Saved after the first signature, and covered by the second: that one signed it unseen."""
    for name, attack in saved_later.attacks():
        yield Case(
            "saved between", 2, name, lambda a=attack: pyhanko(a(Doc(signed("operations"))), "it")
        )


def _dishonest() -> Iterator[Case]:
    for name, evil in dishonest.evils():
        yield Case(
            "dishonest signer", 1, name,
            lambda e=evil: dishonest.dishonest(document(), "operations", e),
        )  # fmt: skip
        yield Case(
            "dishonest signer", 2, name,
            lambda e=evil: dishonest.dishonest(signed("operations"), "it", e),
        )  # fmt: skip
        yield Case(
            "dishonest signer", 3, name,
            lambda e=evil: pyhanko(
                pyhanko(dishonest.dishonest(document(), "operations", e), "it"), "business"
            ),
        )  # fmt: skip
    yield Case(
        "dishonest signer", 1, "certifies",
        lambda: dishonest.dishonest(document(), "operations", _nothing, certify=True),
    )  # fmt: skip


def _nothing(*_: object) -> None:
    return


def _prepared() -> Iterator[Case]:
    for name, verdict, prepare in prepared.documents():
        yield Case("prepared", 0, name, prepare, verdict)
        yield Case(
            "prepared", 3, name,
            lambda p=prepare: pyhanko(pyhanko(sign(p(), "operations"), "it"), "business"), verdict,
        )  # fmt: skip


def _weak() -> Iterator[Case]:
    for seats in ((), ("operations",), ("operations", "business")):
        before = lambda s=seats: signed(*s) if s else document()  # noqa: E731 (bound here)
        for name, who in weak.identities():
            yield Case(
                "weak", len(seats) + 1, name, lambda b=before, w=who: pyhanko(b(), weak.SEAT, w())
            )
        for digest in weak.DIGESTS:
            yield Case(
                "weak", len(seats) + 1, digest,
                lambda b=before, d=digest: pyhanko(b(), weak.SEAT, md_algorithm=d),
            )  # fmt: skip
