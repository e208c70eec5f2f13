"""Signs a seat's field in a file on the disk, so that nothing is lost whatever goes wrong.

Signing is strictly one after another: two people who sign copies of the same file cannot be
joined, as each signature covers the whole file that it was given in.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from pilotmap.language import tr
from pilotmap.model.errors import CannotSign
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped
from pilotmap.model.signoff import FIELD_NAMES, SEAT_WORDS, Seat
from pilotmap.signing.document import LARGEST, Document
from pilotmap.signing.identity import Identity, check
from pilotmap.signing.sandbox import verify_in_sandbox
from pilotmap.signing.seal import DrawStamp, Seal, sealed
from pilotmap.signing.verdict import Report
from pilotmap.signing.verify import verify
from pilotmap.signing.words import named
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.bounded import read_at_most
from pilotmap.storage.lock import Lock

_GROUPS: Final = 4


class Task(NamedTuple):
    """Which field of which file is to be signed into which file, which may be the same."""

    source: Path
    target: Path
    seat: Seat
    at: datetime
    pages_not_compared: bool = False
    """Whether to sign also where nobody can say that the pages are those of the map."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the document's room lends, the stamp drawn, and whom to tell what was found before."""

    document: Document
    stamp: DrawStamp
    tell: Callable[[Report], None] = lambda _: None


def sign_file(task: Task, identity: Identity, tools: Tools) -> Report:
    """Sign, and return the verdict on what was written.

    Raises CannotSign, UnreadableFile or UnwritableFile; the target is then as it was before.
    """
    check(identity, task.at)
    with _alone(task.source, task.target):
        data = read_pdf(task.source)
        before = verify_in_sandbox(data, tools.document)
        _may_sign(before, task)
        _keeps_signatures(data, task)
        tools.tell(before)
        seal = Seal(
            FIELD_NAMES[task.seat], identity.certificate.subject, _reason(before, task), task.at
        )
        signed = sealed(data, seal, identity, tools.stamp)
        after = verify(signed, _same_pages(data, before, tools.document))
        _is_what_was_meant(after, identity, task.seat)
        if read_pdf(task.source) != data:
            raise CannotSign(
                tr("{file} was changed while it was signed: nothing was written.", file=task.source)
            )
        write_atomically(task.target, signed)
        if _digest(read_pdf(task.target)) != _digest(signed):
            raise CannotSign(
                tr("{file} is not what was written to it: sign again.", file=task.target)
            )
    return after


def _same_pages(data: bytes, before: Report, document: Document) -> Document:
    """With the comparison of the pages made before, which a signature leaves as they were."""

    def compared(base: bytes) -> tuple[PilotMap, bool | None]:
        if before.map is None or not data.startswith(base):
            return document.compare(base)
        return before.map, before.pages_match

    return document._replace(compare=compared)


def read_pdf(path: Path) -> bytes:
    """The bytes of a PDF. Raises UnreadableFile."""
    return read_at_most(path, LARGEST)


@contextlib.contextmanager
def _alone(*paths: Path) -> Iterator[None]:
    """Keep other PilotMaps from signing the same files meanwhile."""
    taken: list[Lock] = []
    try:
        # in one order, so that two that need both files do not refuse one another
        for path in sorted({Path(os.path.realpath(each)) for each in paths}):
            if not path.parent.is_dir() or (path.exists() and not path.is_file()):
                continue
            lock = Lock(path.with_name(f".{path.name}.signing"))
            if not lock.take():
                raise CannotSign(
                    tr("{file} is being signed by another PilotMap: try again later.", file=path)
                )
            taken.append(lock)
        yield
    finally:
        for lock in taken:
            lock.remove()


def _may_sign(before: Report, task: Task) -> None:
    if not before.intact:
        raise CannotSign(
            tr(
                "{file} is not to be signed: {reason} Export it again from the map.",
                file=task.source,
                reason=before.reason,
            )
        )
    if before.pages_match is None and not task.pages_not_compared:
        raise CannotSign(
            tr(
                "{file} was made by another version of PilotMap, so nobody can say whether its "
                "pages are those of the map. Export it again with this version; or read every page "
                "yourself, and sign with --pages-not-compared.",
                file=task.source,
            )
        )
    if not before.has_fields:
        raise CannotSign(
            tr("{file} cannot be signed. {reason}", file=task.source, reason=before.reason)
        )
    holder = before.seats[task.seat].name
    if task.seat in before.signed:
        raise CannotSign(
            tr(
                "{file} is signed for {seat} already, by {name}: a field is signed once.",
                file=task.source,
                seat=tr(SEAT_WORDS[task.seat]),
                name=named(holder or "?"),
            )
        )


def _keeps_signatures(data: bytes, task: Task) -> None:
    """What is at the target holds no signature that the source lacks."""
    same = os.path.realpath(task.source) == os.path.realpath(task.target)
    if same or not task.target.is_file():
        return
    there = read_pdf(task.target)
    if b"/ByteRange" in there and not data.startswith(there):
        raise CannotSign(
            tr(
                "{target} holds signatures that {source} does not: copies that were signed apart "
                "cannot be joined. Sign {target} instead, or choose another name.",
                target=task.target,
                source=task.source,
            )
        )


def _reason(before: Report, task: Task) -> str:
    seat = tr(SEAT_WORDS[task.seat])
    content = grouped(before.meaning or "", _GROUPS)
    if before.last_record is None:
        return tr("Agreed for {seat}: content {content}", seat=seat, content=content)
    return tr(
        "Agreed for {seat}: content {content}, last record {record}",
        seat=seat,
        content=content,
        record=before.last_record,
    )


def _is_what_was_meant(after: Report, identity: Identity, seat: Seat) -> None:
    found = after.seats[seat].certificate
    if not after.intact or found is None or found.fingerprint != identity.certificate.fingerprint:
        raise CannotSign(
            tr(
                "The signature did not come out right, and nothing was written: {reason}",
                reason=after.reason,
            )
        )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
