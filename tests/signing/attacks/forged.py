"""Attacks on the signature itself: what it covers, where it stands, and its cryptography."""

import re
from collections.abc import Callable, Iterator

from asn1crypto import cms, parser

from tests.signing.attacks.raw import Doc, serialized

Attack = Callable[[bytes], bytes]
_CONTENTS = re.compile(rb"/Contents <([0-9a-fA-F]+)>")
_RANGE = re.compile(rb"/ByteRange \[[^\]]*\]")


def same_length(old: bytes, new: bytes) -> bytes:
    assert len(new) <= len(old)
    return new.ljust(len(old))


def _last(pattern: re.Pattern[bytes], data: bytes) -> re.Match[bytes]:
    return list(pattern.finditer(data))[-1]


def _exchange(data: bytes, match: re.Match[bytes], new: bytes) -> bytes:
    return data[: match.start()] + same_length(match[0], new) + data[match.end() :]


def _range(new: bytes) -> Attack:
    return lambda data: _exchange(data, _last(_RANGE, data), b"/ByteRange [" + new + b"]")


def _range_values(data: bytes) -> list[int]:
    return [int(each) for each in re.findall(rb"\d+", _last(_RANGE, data)[0])]


def _range_made(make: Callable[[int, int, int], bytes]) -> Attack:
    def attack(data: bytes) -> bytes:
        _, first, second, length = _range_values(data)
        return _range(make(first, second, length))(data)

    return attack


def _wrapped_gap(data: bytes) -> bytes:
    """The signed tail moves behind bytes of the attacker's, which no range covers."""
    _, first, second, length = _range_values(data)
    evil = b"/Reason (I decline) "
    moved = data[:second] + evil + data[second:]
    return _range(b"0 %d %d %d" % (first, second + len(evil), length))(moved)


def _wrapped_update(data: bytes) -> bytes:
    """A whole update stands in the gap, the signed tail behind it."""
    _, first, second, length = _range_values(data)
    evil = Doc(data).update({})[len(data) :]
    moved = data[:second] + evil + data[second:]
    return _range(b"0 %d %d %d" % (first, second + len(evil), length))(moved)


def _tail_copied(data: bytes) -> bytes:
    """The signed tail again at the end of the file, and the range points there."""
    _, first, second, length = _range_values(data)
    return _range(b"0 %d %d %d" % (first, len(data), length))(data + data[second:])


def _contents(new: Callable[[bytes], bytes]) -> Attack:
    def attack(data: bytes) -> bytes:
        match = _last(_CONTENTS, data)
        return _exchange(data, match, new(match[0]))

    return attack


def _entry(old: bytes, new: bytes) -> Attack:
    def attack(data: bytes) -> bytes:
        at = data.rindex(old)
        return data[:at] + same_length(old, new) + data[at + len(old) :]

    return attack


def _cms(change: Callable[[cms.ContentInfo], None]) -> Attack:
    """The signature's content taken apart, changed and put back."""

    def attack(data: bytes) -> bytes:
        match = _last(_CONTENTS, data)
        content = bytes.fromhex(match[1].decode())
        length = sum(len(part) for part in parser.parse(content)[3:])
        info = cms.ContentInfo.load(content[:length])
        info["content"].native  # noqa: B018 (parses all of it, so that all is written anew)
        change(info)
        new = info.dump(force=True).hex().encode()
        return _exchange(data, match, b"/Contents <" + new.ljust(len(match[1]), b"0") + b">")

    return attack


def _signer(info: cms.ContentInfo) -> cms.SignerInfo:
    return info["content"]["signer_infos"][0]


def _digest_replaced(info: cms.ContentInfo) -> None:
    for attribute in _signer(info)["signed_attrs"]:
        if attribute["type"].native == "message_digest":
            attribute["values"][0] = b"\0" * 32


def _sha1(info: cms.ContentInfo) -> None:
    _signer(info)["digest_algorithm"]["algorithm"] = "sha1"


def _no_attributes(info: cms.ContentInfo) -> None:
    del _signer(info)["signed_attrs"]


def _content_inside(info: cms.ContentInfo) -> None:
    info["content"]["encap_content_info"]["content"] = b"something else"


def _no_certificate(info: cms.ContentInfo) -> None:
    info["content"]["certificates"] = []


def _signature_replaced(info: cms.ContentInfo) -> None:
    _signer(info)["signature"] = b"\1" * 256


def _two_signers(info: cms.ContentInfo) -> None:
    info["content"]["signer_infos"].append(_signer(info).copy())


def _no_signer(info: cms.ContentInfo) -> None:
    info["content"]["signer_infos"] = []


def _other_type(info: cms.ContentInfo) -> None:
    info["content"]["encap_content_info"]["content_type"] = "tst_info"


def _copied_to_other_seat(data: bytes) -> bytes:
    """One signature as the value of a second field."""
    doc = Doc(data)
    signed = next(n for n in doc.fields if "/V" in doc.object(n))
    value = serialized(doc.object(signed).raw_get("/V"))
    target = next((n for n in doc.fields if "/V" not in doc.object(n)), doc.fields[-1])
    return doc.update({target: doc.edited(target, V=value)})


def _signature_object_again(data: bytes) -> bytes:
    """The same signature written once more in a saving of its own."""
    doc = Doc(data)
    signed = next(n for n in doc.fields if "/V" in doc.object(n))
    number = int(doc.object(signed).raw_get("/V").idnum)
    target = next((n for n in doc.fields if "/V" not in doc.object(n)), doc.fields[-1])
    new = doc.size
    return doc.update({target: doc.edited(target, V=b"%d 0 R" % new), new: doc.edited(number)})


def attacks() -> Iterator[tuple[str, Attack]]:
    """Attacks on the last signature of a file; each must be refused."""
    yield "range: nothing", _range(b"0 0 0 0")
    yield "range: two numbers", _range(b"0 10")
    yield "range: empty", _range(b"")
    yield "range: negative", _range_made(lambda a, b, c: b"0 %d -%d %d" % (a, b, c))
    yield "range: starts late", _range_made(lambda a, b, c: b"1 %d %d %d" % (a - 1, b, c))
    yield "range: ends early", _range_made(lambda a, b, c: b"0 %d %d %d" % (a, b, c - 1))
    yield "range: ends behind", _range_made(lambda a, b, c: b"0 %d %d %d" % (a, b, c + 1))
    yield "range: overlaps", _range_made(lambda a, b, c: b"0 %d %d %d" % (a, a, c))
    yield "range: gap too wide", _range_made(lambda a, b, c: b"0 %d %d %d" % (a - 9, b, c))
    yield "range: six numbers", _range_made(lambda a, b, c: b"0 %d %d %d 9 1" % (a, b, c))
    yield "range: as a reference", _range(b"1 0 R")
    yield "range: gone", _entry(b"/ByteRange", b"/ByteRangX")
    yield "wrapped: text in the gap", _wrapped_gap
    yield "wrapped: a saving in the gap", _wrapped_update
    yield "wrapped: tail copied", _tail_copied
    yield "contents: gone", _contents(lambda old: old.replace(b"/Contents", b"/Contentz"))
    yield "contents: zeros", _contents(lambda old: b"/Contents <" + b"0" * (len(old) - 12) + b">")
    yield "contents: empty", _contents(lambda _: b"/Contents <>")
    yield "contents: null", _contents(lambda _: b"/Contents null")
    yield "contents: closed early", _contents(lambda old: old[:-6] + b">/X <0")
    yield "contents: a byte behind", _contents(lambda old: old[:-3] + b"01>")
    yield "kind: SHA-1 of old", _entry(b"/ETSI.CAdES.detached", b"/adbe.pkcs7.sha1")
    yield "kind: raw RSA", _entry(b"/ETSI.CAdES.detached", b"/adbe.x509.rsa_sha1")
    yield "kind: time stamp", _entry(b"/ETSI.CAdES.detached", b"/ETSI.RFC3161")
    yield "kind: none", _entry(b"/SubFilter /ETSI.CAdES.detached", b"")
    yield "digest in it replaced", _cms(_digest_replaced)
    yield "digest said to be SHA-1", _cms(_sha1)
    yield "no signed attributes", _cms(_no_attributes)
    yield "a content of its own", _cms(_content_inside)
    yield "no certificate", _cms(_no_certificate)
    yield "another signature value", _cms(_signature_replaced)
    yield "two signers", _cms(_two_signers)
    yield "no signer", _cms(_no_signer)
    yield "content of another type", _cms(_other_type)
    yield "one signature for two seats", _copied_to_other_seat
    yield "signature written again", _signature_object_again
