"""PDF objects and their file, written as PDF/A asks (ISO 32000-1, 7.3 and 7.5; ISO 19005-3, 6.1).

A name, a keyword and a number already in digits are plain text; everything else has a type here.
"""

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pilotmap.report.numbers import number

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ESCAPED: Final = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class Dictionary(dict[str, Any]):
    """Entries by their names, without the slash."""


class Stream:
    """Bytes and the entries of their dictionary."""

    def __init__(self, entries: Mapping[str, Any], content: bytes) -> None:
        self.entries = Dictionary(entries)
        self.content = content


class String:
    """A text for people, or a key."""

    def __init__(self, text: str) -> None:
        self.text = text


class Reference:
    """Where in the file an object stands."""

    def __init__(self, number: int) -> None:
        self.number = number


class Objects:
    """The file under construction: objects are numbered as they are first referred to."""

    def __init__(self) -> None:
        self._things: list[Any] = []
        self._references: dict[int, Reference] = {}

    def reference(self, thing: Any) -> Any:
        """A reference to an object, which thereby becomes part of the file."""
        if isinstance(thing, Reference):
            return thing
        found = self._references.get(id(thing))
        if found is None:
            # The list keeps the object alive, so that its id stays its own.
            self._things.append(thing)
            found = self._references[id(thing)] = Reference(len(self._things))
        return found

    def written(self, catalog: Any, info: Any) -> bytes:
        """The finished file; its identity is made from what it holds."""
        trailer = {"Root": self.reference(catalog), "Info": self.reference(info)}
        digest = hashlib.sha256()
        parts, starts, at = [_HEADER], [], len(_HEADER)
        for place, thing in enumerate(self._things, start=1):
            part = b"%d 0 obj\n%s\nendobj\n" % (place, _top(thing))
            digest.update(part)
            parts.append(part)
            starts.append(at)
            at += len(part)
        identity = f"<{digest.hexdigest()[:32].upper()}>"
        rest = Dictionary({"Size": len(starts) + 1, **trailer, "ID": array(identity, identity)})
        table = "".join(f"{start:010d} 00000 n \n" for start in starts)
        parts += [
            f"xref\n0 {len(starts) + 1}\n0000000000 65535 f \n{table}trailer\n".encode("ascii"),
            _inner(rest),
            f"\nstartxref\n{at}\n%%EOF\n".encode("ascii"),
        ]
        return b"".join(parts)


def _top(thing: Any) -> bytes:
    if not isinstance(thing, Stream):
        return _inner(thing)
    entries = Dictionary({**thing.entries, "Length": len(thing.content)})
    return b"%s\nstream\n%s\nendstream" % (_inner(entries), thing.content)


def _inner(thing: Any) -> bytes:
    return "".join(_tokens(thing)).encode("ascii")


def _tokens(thing: Any) -> Iterator[str]:
    match thing:
        case str():
            yield thing
        case int():
            yield str(thing)
        case float():
            yield number(thing)
        case String():
            yield _literal(thing.text)
        case Reference():
            yield f"{thing.number} 0 R"
        case Dictionary():
            yield "<<"
            for key, value in thing.items():
                yield f"/{key} "
                yield from _tokens(value)
                yield "\n" if key == "Type" else " "
            yield ">>"
        case tuple() | list():
            yield "["
            for value in thing:
                yield from _tokens(value)
                yield " "
            yield "]"
        case _:
            raise TypeError(f"no PDF object: {type(thing).__name__}")


def _literal(text: str) -> str:
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def dictionary(entries: Mapping[str, Any]) -> Any:
    """A dictionary of PDF objects."""
    return Dictionary(entries)


def array(*values: Any) -> Any:
    """An array of PDF objects."""
    return values


def numbers(*values: float) -> Any:
    """An array of numbers."""
    return tuple(float(value) for value in values)


def name(text: str) -> str:
    """A name such as /Page."""
    plain = "".join(
        sign if sign.isascii() and (sign.isalnum() or sign in "-+_.,") else f"#{byte:02X}"
        for sign in text
        for byte in sign.encode("utf-8")
    )
    return f"/{plain}"


def string(text: str) -> Any:
    """A text in the file's own encoding, or in UTF-16 where that lacks a character."""
    return String(text)


def stream(content: bytes, **entries: Any) -> Any:
    """Compressed bytes with the entries of their dictionary."""
    return Stream({**entries, "Filter": name("FlateDecode")}, zlib.compress(content))


def plain_stream(content: bytes, **entries: Any) -> Any:
    """Bytes as they are with the entries of their dictionary."""
    return Stream(entries, content)


def name_tree(entries: Mapping[str, Any]) -> Any:
    """Objects by name, in the order of the names."""
    leaves: list[Any] = []
    for key in sorted(entries):
        leaves += [string(key), entries[key]]
    return dictionary({"Names": array(*leaves)})
