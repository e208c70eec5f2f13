"""Signatures whose mathematics holds and that are still worth nothing."""

from collections.abc import Callable, Iterator

from pilotmap.model.signoff import Seat
from pilotmap.signing.identity import Identity, from_p12
from tests.conftest import PROJECT
from tests.signing.certificates import PASSPHRASE, p12, rsa_key


def identities() -> Iterator[tuple[str, Callable[[], Identity]]]:
    """Signers whose signature must be refused, each made when it is needed."""
    old = PROJECT / "tests/data/signing/made-with-sha1.p12"
    yield "RSA-1024", lambda: _of(p12("Small", rsa_key(1024)))
    yield "expired", lambda: _of(p12("Late", days=(-30, -1)))
    yield "not yet valid", lambda: _of(p12("Early", days=(2, 30)))
    yield "certificate made with SHA-1", lambda: _of(old.read_bytes())


def _of(data: bytes) -> Identity:
    return from_p12(data, PASSPHRASE, "test")


DIGESTS: tuple[str, ...] = ("sha1", "md5")
SEAT: Seat = "it"
