"""One signature in the file: which bytes it covers, what is said with it, and whether it holds."""

import hashlib
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, NamedTuple

from pilotmap.language import tr
from pilotmap.signing.base import is_lock
from pilotmap.signing.certificate import Certificate, certificate_of
from pilotmap.signing.form_changes import is_date
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.revisions import Placed, Revision
from pilotmap.signing.signed_data import Signature, unreadable
from pilotmap.signing.values import (
    Objects,
    entry,
    follow,
    is_dictionary,
    is_name,
    items,
    keys,
    text_of,
)
from pilotmap.signing.words import named

_SUBFILTERS: Final = ("/ETSI.CAdES.detached", "/adbe.pkcs7.detached")
_TIME_STAMP: Final = ("/ETSI.RFC3161",)
_CONTENTS: Final = re.compile(rb"/Contents[ \r\n]*$")
_HEX: Final = re.compile(rb"<(?:[0-9A-Fa-f]{2})+>")
_NEAR: Final = 64
_ENTRIES: Final = {
    "/Type", "/Filter", "/SubFilter", "/Contents", "/ByteRange", "/M", "/Name", "/Reason",
    "/Location", "/ContactInfo", "/Reference", "/Prop_Build", "/Prop_AuthTime", "/Prop_AuthType",
    "/R", "/V",
}  # fmt: skip
_SAID: Final = ("/Reason", "/Location", "/ContactInfo", "/Name")
_DAY: Final = timedelta(days=1)


class Signed(NamedTuple):
    """A signature that holds: its certificate, the time and the reason that its maker gives.

    `name_protected` is false where another certificate for the same key could stand in its place.
    """

    certificate: Certificate
    at: datetime | None
    reason: str = ""
    name_protected: bool = True


def check_signature(data: bytes, revision: Revision, number: int, after: Objects) -> Signed:
    """Judge the signature that is the object of this number. Raises Refusal."""
    placed, content = _content(data, revision, number)
    about = placed.value
    _check_kind(about, "/Sig", _SUBFILTERS)
    _check_locks(after, about)
    signature = Signature(content, "data")
    if signature.inside is not None:
        raise Refusal(tr("A signature carries a content of its own instead of the file's."))
    held = signature.holding(_digest(data, about, signature.digest_name))
    certificate = certificate_of(held.certificate)
    at = _claimed_time(about, held.at)
    _check_certificate(certificate, at)
    return Signed(certificate, at, text_of(entry(about, "/Reason")) or "", held.name_protected)


def check_time_stamp(data: bytes, revision: Revision, number: int) -> Signed:
    """Judge a time stamp over the whole document; who runs its clock is not asked."""
    placed, content = _content(data, revision, number)
    _check_kind(placed.value, "/DocTimeStamp", _TIME_STAMP)
    signature = Signature(content, "tst_info")
    named_digest, imprint, at, token = signature.time_stamp()
    if imprint != _digest(data, placed.value, named_digest):
        raise Refusal(tr("A time stamp does not fit the file: bytes that it covers were changed."))
    inside = hashlib.new(signature.digest_name, token).digest()
    certificate = certificate_of(signature.holding(inside).certificate)
    _check_certificate(certificate, at)
    return Signed(certificate, at)


def _check_kind(about: Any, kind: str, formats: tuple[str, ...]) -> None:
    typed = entry(about, "/Type") is None or is_name(entry(about, "/Type"), kind)
    said = [entry(about, key) for key in _SAID if key in keys(about)]
    if not typed or not is_name(entry(about, "/SubFilter"), *formats):
        raise Refusal(tr("A signature is of a kind that cannot be checked."))
    if keys(about) - _ENTRIES or not all(isinstance(text_of(each), str) for each in said):
        raise Refusal(tr("A signature is of a kind that cannot be checked."))


def _content(data: bytes, revision: Revision, number: int) -> tuple[Placed, bytes]:
    """The signature's object and its cryptographic content, where its byte range says it is."""
    placed = revision.objects.get(number)
    if placed is None or placed.end == 0 or not is_dictionary(placed.value):
        raise Refusal(tr("A signature does not stand in the saving that it signs."))
    held = entry(placed.value, "/Contents")
    parts = [each if type(each) is int else -1 for each in items(entry(placed.value, "/ByteRange"))]
    if not isinstance(held, bytes) or len(parts) != 4:
        raise _not_covered()
    zero, first, second, length = parts
    gap = data[first:second]
    if (
        zero != 0
        or not placed.start < first < second <= placed.end
        or second + length != revision.end
        or not _HEX.fullmatch(gap)
        or not _CONTENTS.search(data[max(0, first - _NEAR) : first])
        or bytes.fromhex(gap[1:-1].decode("ascii")) != held
    ):
        raise _not_covered()
    return placed, held


def _not_covered() -> Refusal:
    return Refusal(tr("A signature does not cover the whole file as it was when it was given."))


def _check_locks(after: Objects, about: Any) -> None:
    """No certification; and what it locks is what the document asks for."""
    for each in items(follow(after, entry(about, "/Reference"))):
        reference = follow(after, each)
        if not is_name(entry(reference, "/TransformMethod"), "/FieldMDP"):
            raise Refusal(tr("A signature claims rights over the document that it cannot have."))
        if not is_lock(after, follow(after, entry(reference, "/TransformParams"))):
            raise Refusal(tr("A signature locks other fields than the document asks for."))


def _digest(data: bytes, about: Any, algorithm: str) -> bytes:
    _, first, second, length = items(entry(about, "/ByteRange"))
    digest = hashlib.new(algorithm)
    view = memoryview(data)
    digest.update(view[:first])
    digest.update(view[second : second + length])
    return digest.digest()


def _claimed_time(about: Any, signed: datetime | None) -> datetime | None:
    if "/M" not in keys(about):
        return signed
    said = _moment(entry(about, "/M"))
    if signed is not None and abs(signed - said) > _DAY:
        raise Refusal(tr("A signature names two different times."))
    return signed or said


def _moment(value: Any) -> datetime:
    """A time as PDF writes it; without a zone it is taken for UTC."""
    said = text_of(value)
    if said is None or not is_date(value):
        raise unreadable()
    zone: timezone = UTC
    if len(said) > 20:
        hours, minutes = int(said[17:19]), int(said[20:22])
        zone = timezone((-1 if said[16] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
    try:
        return datetime.strptime(said[2:16], "%Y%m%d%H%M%S").replace(tzinfo=zone)
    except ValueError as error:
        raise unreadable() from error


def _check_certificate(certificate: Certificate, at: datetime | None) -> None:
    who = named(certificate.subject)
    if certificate.weakness:
        raise Refusal(
            tr(
                "The certificate of {who} is too weak: {weakness}.",
                who=who,
                weakness=certificate.weakness,
            )
        )
    moment = at or datetime.now(UTC)
    if not certificate.not_before <= moment <= certificate.not_after:
        raise Refusal(tr("The certificate of {who} was not valid on the day of signing.", who=who))
