"""PDF objects as plain values: compared without following references, and searched for them.

A name is a `str` with its slash, a string `bytes`, a whole number `int`, another one `Decimal`, an
array a `tuple`, a dictionary a `dict` by names; null is `None`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

Objects = Mapping[int, Any]
"""The objects of a document by number, as one revision leaves them."""


class Reference(NamedTuple):
    """The number of the object that is meant."""

    number: int


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """A dictionary with bytes as they lie in the file, and as they are once unpacked."""

    entries: dict[str, Any]
    raw: bytes
    data: bytes


def same(one: Any, other: Any) -> bool:
    """Whether two objects are equal in kind and value, references by the number they name."""
    if isinstance(one, Stream) and isinstance(other, Stream):
        return one.raw == other.raw and same(one.entries, other.entries)
    if isinstance(one, dict) and isinstance(other, dict):
        return set(one) == set(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, Reference) or isinstance(other, Reference):
        return isinstance(one, Reference) and isinstance(other, Reference) and one == other
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bytes) and isinstance(other, bytes):
        return one == other or _same_text(one, other)
    if isinstance(one, int | Decimal) and isinstance(other, int | Decimal):
        return isinstance(one, bool) is isinstance(other, bool) and one == other
    return type(one) is type(other) and bool(one == other)


def _same_text(one: bytes, other: bytes) -> bool:
    """Signers write the same text in another encoding."""
    texts = text_of(one), text_of(other)
    return texts[0] is not None and texts[0] == texts[1]


def entry(container: Any, key: str) -> Any:
    """An entry of a dictionary as it is written, a reference unfollowed; None where it lacks."""
    if isinstance(container, Stream):
        container = container.entries
    return container.get(key) if isinstance(container, dict) else None


def keys(container: Any) -> frozenset[str]:
    """The names of a dictionary's entries, or of a stream's."""
    if isinstance(container, Stream):
        container = container.entries
    return frozenset(container) if isinstance(container, dict) else frozenset()


def items(array: Any) -> tuple[Any, ...]:
    """The members of an array as they are written; none where it is no array."""
    return array if is_array(array) else ()


def is_array(value: Any) -> bool:
    """Whether a value is an array."""
    return isinstance(value, tuple) and not isinstance(value, Reference)


def follow(objects: Objects, value: Any) -> Any:
    """What a reference leads to, or the value itself; None where it leads nowhere."""
    for _ in range(8):
        if not isinstance(value, Reference):
            return value
        value = objects.get(value.number)
    return None


def number_of(value: Any) -> int | None:
    """The number of the object that a reference names."""
    return value.number if isinstance(value, Reference) else None


def references(value: Any) -> Iterator[int]:
    """The numbers of the objects that a value names, not followed further."""
    for part in walk(value):
        if isinstance(part, Reference):
            yield part.number


def walk(value: Any) -> Iterator[Any]:
    """A value and all that it holds directly."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, Stream):
            waiting += part.entries.values()
        elif isinstance(part, dict):
            waiting += part.values()
        elif is_array(part):
            waiting += part


def is_name(value: Any, *names: str) -> bool:
    """Whether a value is one of these names, such as /Sig."""
    return isinstance(value, str) and value in names


def is_dictionary(value: Any) -> bool:
    """Whether a value is a dictionary and no stream."""
    return isinstance(value, dict)


def is_whole(value: Any, *wanted: int) -> bool:
    """Whether a value is one of these whole numbers, written as one."""
    return type(value) is int and value in wanted


def is_number(value: Any) -> bool:
    """Whether a value is a number."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def numbers(objects: Objects, value: Any, count: int) -> tuple[Decimal, ...] | None:
    """An array of so many numbers; None where it is none."""
    found = items(follow(objects, value))
    if len(found) != count or not all(is_number(each) for each in found):
        return None
    return tuple(Decimal(each) for each in found)


_DIFFERING = {
    0x80: "•", 0x81: "†", 0x82: "‡", 0x83: "…", 0x84: "—", 0x85: "–", 0x86: "ƒ", 0x87: "⁄",
    0x88: "‹", 0x89: "›", 0x8A: "−", 0x8B: "‰", 0x8C: "„", 0x8D: "“", 0x8E: "”", 0x8F: "‘",
    0x90: "’", 0x91: "‚", 0x92: "™", 0x93: "ﬁ", 0x94: "ﬂ", 0x95: "Ł", 0x96: "Œ", 0x97: "Š",
    0x98: "Ÿ", 0x99: "Ž", 0x9A: "ı", 0x9B: "ł", 0x9C: "œ", 0x9D: "š", 0x9E: "ž", 0xA0: "€",
    0x18: "˘", 0x19: "ˇ", 0x1A: "ˆ", 0x1B: "˙", 0x1C: "˝", 0x1D: "˛", 0x1E: "˚", 0x1F: "˜",
}  # fmt: skip
"""Where PDFDocEncoding is not Latin-1 (ISO 32000-1, D.2)."""


def text_of(value: Any) -> str | None:
    """The text of a string; None where the value is none, or readers would not agree on it.

    Older readers know no UTF-8, and some leave out what escapes in UTF-16 say of the language.
    """
    if not isinstance(value, bytes) or value.startswith((b"\xef\xbb\xbf", b"\xff\xfe")):
        return None
    if value.startswith(b"\xfe\xff"):
        try:
            text = value[2:].decode("utf-16-be")
        except UnicodeDecodeError:
            return None
        return None if "\x1b" in text or "\0" in text else text
    return value.decode("latin-1").translate(_DIFFERING)
