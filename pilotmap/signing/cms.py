"""One signature's cryptography: which bytes it covers, by whose key, and whether it holds."""

import hashlib
import re
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from asn1crypto import cms, parser
from pyhanko.pdf_utils.generic import ByteStringObject, TextStringObject, parse_pdf_date
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.general import CMSExtractionError
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from pilotmap.language import tr
from pilotmap.signing.base import is_lock
from pilotmap.signing.certificate import Certificate, certificate_of
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.revisions import Placed, Revision
from pilotmap.signing.values import Objects, entry, follow, is_dictionary, is_name, raw, text_of

_SUBFILTERS: Final = ("/ETSI.CAdES.detached", "/adbe.pkcs7.detached")
_DIGESTS: Final = {"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"}
_CONTENTS: Final = re.compile(rb"/Contents[\x00\t\n\f\r ]*$")
_HEX: Final = re.compile(rb"<[0-9A-Fa-f]*>")
_NEAR: Final = 64
_NAME_NO_DIGEST: Final = {"rsassa_pkcs1v15", "ecdsa", "ed25519"}


class Signed(NamedTuple):
    """A signature that holds: the certificate it was made with, and when it says it was made."""

    certificate: Certificate
    at: datetime | None


def check_signature(data: bytes, revision: Revision, number: int, after: Objects) -> Signed:
    """Judge the signature that is the object of this number. Raises Refusal."""
    placed, content = _content(data, revision, number)
    about = placed.value
    if not is_name(entry(about, "/SubFilter"), *_SUBFILTERS):
        raise Refusal(tr("A signature is of a kind that cannot be checked."))
    if entry(about, "/Type") is not None and not is_name(entry(about, "/Type"), "/Sig"):
        raise Refusal(tr("A signature is of a kind that cannot be checked."))
    _check_locks(after, about)
    signed, signer = _signer_of(content, "data")
    if signed["encap_content_info"]["content"].native is not None:
        raise Refusal(tr("A signature carries a content of its own instead of the file's."))
    return _judged(data, placed, signed, signer, "data", _digest_of_file(data, about, signer))


def check_time_stamp(data: bytes, revision: Revision, number: int) -> Signed:
    """Judge a time stamp over the whole document; who runs its clock is not asked."""
    placed, content = _content(data, revision, number)
    if not is_name(entry(placed.value, "/SubFilter"), "/ETSI.RFC3161"):
        raise Refusal(tr("A time stamp is of a kind that cannot be checked."))
    signed, signer = _signer_of(content, "tst_info")
    token = signed["encap_content_info"]["content"]
    imprint = token.parsed["message_imprint"]
    algorithm = imprint["hash_algorithm"]["algorithm"].native
    if imprint["hashed_message"].native != _digest(data, placed.value, algorithm):
        raise Refusal(tr("A time stamp does not fit the file: bytes that it covers were changed."))
    inside = hashlib.new(_good(signer), bytes(token)).digest()
    found = _judged(data, placed, signed, signer, "tst_info", inside)
    return found._replace(at=token.parsed["gen_time"].native)


def _content(data: bytes, revision: Revision, number: int) -> tuple[Placed, bytes]:
    """The signature's object and its cryptographic content, where its byte range says it is."""
    placed = revision.objects.get(number)
    if placed is None or placed.end == 0 or not is_dictionary(placed.value):
        raise Refusal(tr("A signature does not stand in the saving that it signs."))
    held = entry(placed.value, "/Contents")
    parts = [int(each) if type(each).__name__ == "NumberObject" else -1 for each in
             raw(entry(placed.value, "/ByteRange"))]  # fmt: skip
    if not isinstance(held, ByteStringObject | TextStringObject) or len(parts) != 4:
        raise _not_covered()
    zero, first, second, length = parts
    gap = data[first:second]
    if (
        zero != 0
        or not placed.start < first < second <= placed.end
        or second + length != revision.end
        or not _HEX.fullmatch(gap)
        or not _CONTENTS.search(data[max(0, first - _NEAR) : first])
    ):
        raise _not_covered()
    digits = gap[1:-1].decode("ascii")
    content = bytes.fromhex(digits + "0" * (len(digits) % 2))
    if content != held.original_bytes:
        raise _not_covered()
    return placed, content


def _not_covered() -> Refusal:
    return Refusal(tr("A signature does not cover the whole file as it was when it was given."))


def _check_locks(after: Objects, about: Any) -> None:
    """No certification; and what it locks is what the document asks for."""
    for each in raw(follow(after, entry(about, "/Reference"))):
        reference = follow(after, each)
        if not is_name(entry(reference, "/TransformMethod"), "/FieldMDP"):
            raise Refusal(tr("A signature claims rights over the document that it cannot have."))
        if not is_lock(after, follow(after, entry(reference, "/TransformParams"))):
            raise Refusal(tr("A signature locks other fields than the document asks for."))


def _signer_of(content: bytes, kind: str) -> tuple[Any, Any]:
    """The signed data and its one signer."""
    try:
        length = sum(len(part) for part in parser.parse(content, strict=False)[3:])
        if content[length:].strip(b"\0"):
            raise _unreadable()
        info = cms.ContentInfo.load(content[:length], strict=True)
        if info["content_type"].native != "signed_data":
            raise _unreadable()
        signed = info["content"]
        signers = list(signed["signer_infos"])
        if len(signers) != 1 or signed["encap_content_info"]["content_type"].native != kind:
            raise _unreadable()
        if not len(signers[0]["signed_attrs"]):
            raise _unreadable()
    except (ValueError, TypeError, KeyError) as error:
        raise _unreadable() from error
    return signed, signers[0]


def _unreadable() -> Refusal:
    return Refusal(tr("A signature cannot be read: it is damaged, or made in an unusual way."))


def _good(signer: Any) -> str:
    """The name of the digest, where it is one that cannot be forged."""
    name: str = signer["digest_algorithm"]["algorithm"].native
    if name not in _DIGESTS:
        raise Refusal(
            tr("A signature uses {digest}, which can be forged or is unknown.", digest=name.upper())
        )
    return name


def _digest_of_file(data: bytes, about: Any, signer: Any) -> bytes:
    return _digest(data, about, _good(signer))


def _digest(data: bytes, about: Any, algorithm: str) -> bytes:
    if algorithm not in _DIGESTS:
        raise Refusal(
            tr("A signature uses {digest}, which can be forged or is unknown.", digest=algorithm)
        )
    _, first, second, length = (int(each) for each in raw(entry(about, "/ByteRange")))
    digest = hashlib.new(algorithm)
    view = memoryview(data)
    digest.update(view[:first])
    digest.update(view[second : second + length])
    return digest.digest()


def _judged(
    data: bytes, placed: Placed, signed: Any, signer: Any, kind: str, digest: bytes
) -> Signed:
    found = _certificate(signed, signer)
    try:
        _check_algorithm(signer)
        intact, valid = validate_sig_integrity(signer, found, kind, digest)
    except (SignatureValidationError, CMSExtractionError) as error:
        raise _unreadable() from error
    except (ValueError, TypeError, KeyError, NotImplementedError) as error:
        raise _unreadable() from error
    if not intact:
        raise Refusal(tr("A signature does not fit the file: bytes that it covers were changed."))
    if not valid:
        raise Refusal(tr("A signature was not made with the key of the certificate it names."))
    certificate = certificate_of(found.dump())
    at = _claimed_time(placed.value, signer)
    _check_certificate(certificate, at)
    return Signed(certificate, at)


def _check_algorithm(signer: Any) -> None:
    algorithm = signer["signature_algorithm"]
    named = algorithm["algorithm"].native
    if named in _NAME_NO_DIGEST:  # then it is the signer's, which was judged
        return
    digest = algorithm.hash_algo
    if digest not in _DIGESTS:
        raise Refusal(
            tr("A signature uses {digest}, which can be forged or is unknown.", digest=digest)
        )


def _certificate(signed: Any, signer: Any) -> Any:
    sid = signer["sid"]
    # some signers put the same certificate in twice
    matching = {
        each.chosen.dump(): each.chosen
        for each in signed["certificates"]
        if each.name == "certificate" and _is_named(sid, each.chosen)
    }
    if len(matching) != 1:
        raise Refusal(tr("A signature does not carry the certificate of its signer."))
    return next(iter(matching.values()))


def _is_named(sid: Any, certificate: Any) -> bool:
    if sid.name == "issuer_and_serial_number":
        named = sid.chosen
        return bool(
            named["issuer"].dump() == certificate.issuer.dump()
            and named["serial_number"].native == certificate.serial_number
        )
    return bool(sid.chosen.native == certificate.key_identifier)


def _claimed_time(about: Any, signer: Any) -> datetime | None:
    for attribute in signer["signed_attrs"]:
        if attribute["type"].native == "signing_time":
            told: datetime = attribute["values"][0].native
            return told
    said = text_of(entry(about, "/M"))
    if said is None:
        return None
    try:
        moment: datetime = parse_pdf_date(said, strict=False)
    except (PdfError, ValueError) as error:
        raise _unreadable() from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _check_certificate(certificate: Certificate, at: datetime | None) -> None:
    who = certificate.subject
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
