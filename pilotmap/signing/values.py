"""PDF objects as values: compared without following references, and searched for them."""

from collections.abc import Iterator, Mapping
from typing import Any

from pyhanko.pdf_utils.generic import (
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

Objects = Mapping[int, Any]
"""The objects of a document by number, as one revision leaves them."""


def same(one: Any, other: Any) -> bool:
    """Whether two objects are equal in kind and value, references by the number they name."""
    if isinstance(one, StreamObject) or isinstance(other, StreamObject):
        streams = isinstance(one, StreamObject) and isinstance(other, StreamObject)
        return streams and one.encoded_data == other.encoded_data and _same_entries(one, other)
    if isinstance(one, dict) or isinstance(other, dict):
        return isinstance(one, dict) and isinstance(other, dict) and _same_entries(one, other)
    if isinstance(one, list) or isinstance(other, list):
        lists = isinstance(one, list) and isinstance(other, list) and len(one) == len(other)
        return lists and all(same(*pair) for pair in zip(raw(one), raw(other), strict=True))
    return _plain(one) == _plain(other)


def _same_entries(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return set(one) == set(other) and all(same(entry(one, key), entry(other, key)) for key in one)


def _plain(value: Any) -> tuple[str, Any]:
    if isinstance(value, IndirectObject):
        return "reference", (value.idnum, value.generation)
    if isinstance(value, NameObject):
        return "name", str(value)
    if isinstance(value, TextStringObject):  # signers write the same text in another encoding
        return "text", str(value)
    if isinstance(value, ByteStringObject):
        return "bytes", bytes(value)
    if isinstance(value, BooleanObject):
        return "boolean", bool(value)
    if isinstance(value, NullObject):
        return "null", None
    return "number", value


def entry(container: Any, key: str) -> Any:
    """An entry of a dictionary as it is written, a reference unfollowed; None where it lacks."""
    return dict.get(container, key) if isinstance(container, dict) else None


def raw(array: Any) -> list[Any]:
    """The members of an array as they are written; none where it is no array."""
    return list(list.__iter__(array)) if isinstance(array, list) else []


def follow(objects: Objects, value: Any) -> Any:
    """What a reference leads to, or the value itself; None where it leads nowhere."""
    for _ in range(8):
        if not isinstance(value, IndirectObject):
            return value
        value = objects.get(value.idnum)
    return None


def number_of(value: Any) -> int | None:
    """The number of the object that a reference names."""
    return int(value.idnum) if isinstance(value, IndirectObject) else None


def references(value: Any) -> Iterator[int]:
    """The numbers of the objects that a value names, not followed further."""
    for part in walk(value):
        if isinstance(part, IndirectObject):
            yield int(part.idnum)


def walk(value: Any) -> Iterator[Any]:
    """A value and all that it holds directly."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, dict):
            waiting += dict.values(part)
        elif isinstance(part, list):
            waiting += raw(part)


def is_name(value: Any, *names: str) -> bool:
    """Whether a value is one of these names, such as /Sig."""
    return isinstance(value, NameObject) and str(value) in names


def is_dictionary(value: Any) -> bool:
    """Whether a value is a dictionary and no stream."""
    return isinstance(value, DictionaryObject) and not isinstance(value, StreamObject)


def text_of(value: Any) -> str | None:
    """The text of a string; None where the value is none."""
    if isinstance(value, TextStringObject):
        return str(value)
    if isinstance(value, ByteStringObject):
        return bytes(value).decode("latin-1")
    return None
