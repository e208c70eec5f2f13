"""Files that want to hurt whoever reads them, and files that are broken by accident."""

import re
import zlib
from collections.abc import Callable, Iterator

from tests.signing.attacks.raw import Doc, stream

Attack = Callable[[bytes], bytes]


def _with_root(key: str, value: bytes, more: bytes = b"null") -> Attack:
    def attack(data: bytes) -> bytes:
        doc = Doc(data)
        return doc.update({doc.root: doc.edited(doc.root, **{key: value}), doc.size: more})

    return attack


def _loop(data: bytes) -> bytes:
    doc = Doc(data)
    return doc.update({doc.info: doc.edited(doc.info)}, prev=len(data) + 400)


def _own_chain(data: bytes) -> bytes:
    doc = Doc(data)
    made = doc.update({doc.info: doc.edited(doc.info)})
    table = int(re.findall(rb"startxref\s+(\d+)", made)[-1])
    return doc.update({doc.info: doc.edited(doc.info)}, prev=table)


def _bomb(data: bytes) -> bytes:
    doc = Doc(data)
    body = zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9)
    xmp = stream(body, Type=b"/Metadata", Subtype=b"/XML", Filter=b"[/FlateDecode /FlateDecode]")
    return doc.update({doc.number("/Metadata"): xmp})


def _many_savings(data: bytes) -> bytes:
    for _ in range(80):
        data = Doc(data).update({})
    return data


def _at(pattern: bytes, new: bytes) -> Attack:
    def attack(data: bytes) -> bytes:
        assert pattern in data
        return data.replace(pattern, new, 1)

    return attack


def _bad_xref(data: bytes) -> bytes:
    at = data.rindex(b" 00000 n") - 10
    return data[:at] + b"%010d" % (int(data[at : at + 10]) + 1) + data[at + 10 :]


def _other_length(data: bytes) -> bytes:
    at = data.rindex(b"/Length ")
    return data[:at] + b"/Length 9" + data[at + 9 :]


def attacks() -> Iterator[tuple[str, Attack]]:
    """Each must be refused, in good time, without a crash."""
    deep = 20_000
    yield "empty", lambda _: b""
    yield "no PDF", lambda _: b"hello"
    yield "only a header", lambda _: b"%PDF-1.7\n"
    yield "cut in the middle", lambda data: data[: len(data) // 2]
    yield "last byte cut", lambda data: data[:-1]
    yield "end cut", lambda data: data[:-8]
    yield "a line more", lambda data: data + b"\n"
    yield "a comment more", lambda data: data + b"% hello\n"
    yield "zeros more", lambda data: data + b"\0" * 1000
    yield "bytes before", lambda data: b"\n" + data
    yield "another file before", lambda data: b"GIF89a" + data
    yield "two files", lambda data: data + data
    yield "deep arrays", _with_root("X", b"[" * deep + b"]" * deep)
    yield "deep dictionaries", _with_root("X", b"<</A " * deep + b"0" + b">>" * deep)
    yield "huge number", _with_root("X", b"9" * 100_000)
    yield "string without end", _with_root("X", b"(" * 50)
    yield "chain to nowhere", _loop
    yield "chain to itself", _own_chain
    yield "compressed without end", _bomb
    yield "many savings", _many_savings
    yield "table off by one", _bad_xref
    yield "length wrong", _other_length
    yield "entry twice", _at(b"/Type /Catalog", b"/Type /Catalog /Type /Catalog")
    yield "header of another version", _at(b"%PDF-1.7", b"%PDF-9.9")
    yield "generation", _at(b" 0 obj", b" 1 obj")
    yield "comment between", _at(b"endobj\n", b"endobj\n%x\n")
