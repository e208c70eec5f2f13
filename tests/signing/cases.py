"""Every attack on files signed by one, two and three, with the verdict that it must get."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pilotmap.model.signoff import Seat
from tests.signing.attacks import dishonest, forged, hostile, prepared, saved_later, weak
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
