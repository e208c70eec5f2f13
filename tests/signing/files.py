"""Signed documents for tests: made once a run, from the support sample."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from pilotmap.assets import sample
from pilotmap.language import Language
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import FIELD_NAMES, Seat
from pilotmap.report import for_signing
from pilotmap.report.problem_definition import problem_definition
from pilotmap.report.rebuild import built, compare_pages, rebuilt
from pilotmap.report.setting.paper import PageName
from pilotmap.report.stamp import stamp
from pilotmap.signing.document import Document
from pilotmap.signing.identity import Identity, from_p12
from pilotmap.signing.seal import Seal, sealed
from pilotmap.signing.trust import Known
from pilotmap.signing.verdict import Report
from pilotmap.signing.verify import verify
from pilotmap.storage.json_file import load, to_bytes
from tests.signing.certificates import PASSPHRASE, ec_key, p12, rsa_key

AT = datetime.now(UTC).replace(microsecond=0)
ORDER: tuple[Seat, ...] = ("operations", "it", "business")


@lru_cache(maxsize=1)
def support() -> PilotMap:
    return load(sample("tier1-support.pilotmap.json"))


@lru_cache(maxsize=8)
def document(page: str = "a4") -> bytes:
    """The unsigned PDF of the support sample."""
    return problem_definition(support(), page=page)  # type: ignore[arg-type]


def identity(seat: Seat, kind: str = "rsa") -> Identity:
    """An identity for a seat, the same in the whole run."""
    return _identity(seat, kind)


@cache
def _identity(seat: Seat, kind: str) -> Identity:
    which = ORDER.index(seat)
    key = rsa_key(2048, which) if kind == "rsa" else ec_key(which)
    return from_p12(p12(f"Holder of {seat}", key), PASSPHRASE, "test.p12")


def draw(name: str) -> Callable[[float, float], bytes]:
    return lambda width, height: stamp(name, AT.isoformat(), "What it is worth.", width, height)


def sign(data: bytes, seat: Seat, who: Identity | None = None) -> bytes:
    """The data with one more signature by PilotMap."""
    who = who or identity(seat)
    name = who.certificate.subject
    return sealed(data, Seal(FIELD_NAMES[seat], name, "Agreed", AT), who, draw(name))


@lru_cache(maxsize=16)
def signed(*seats: Seat) -> bytes:
    """The support sample signed for these seats in this order."""
    data = document()
    for seat in seats:
        data = sign(data, seat)
    return data


_built: dict[tuple[bytes, str, str, str], bytes] = {}


def pages(base: bytes) -> tuple[PilotMap, bool | None]:
    """The comparison of pages; what was built once is remembered."""
    return compare_pages(base, _build)


def _build(pilot_map: PilotMap, page: PageName, language: Language, edition: str) -> bytes:
    key = (to_bytes(pilot_map), page, language, edition)
    if key not in _built:
        _built[key] = built(pilot_map, page, language, edition)
    return _built[key]


PLAIN = Document(for_signing.compare_pages, for_signing.rebuilt, for_signing.look)
"""As the program judges, with nothing remembered."""
DOCUMENT = Document(pages, lambda data: rebuilt(data, _build), for_signing.look)


def judged(data: bytes, **more: Any) -> Report:
    """The verdict in this very process."""
    return verify(data, DOCUMENT, **more)


def trust(kind: str = "rsa") -> Mapping[Seat, tuple[Known, ...]]:
    """The certificates of the three identities, registered."""
    prints = {seat: identity(seat, kind).certificate.fingerprint for seat in ORDER}
    return {seat: (Known(prints[seat], "for the test"),) for seat in ORDER}
