"""What signers put beside a signature so that it can be checked later: certificates and answers."""

from typing import Any, Final

from pyhanko.pdf_utils.generic import StreamObject

from pilotmap.language import tr
from pilotmap.signing.base import Base
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.values import (
    Objects,
    entry,
    follow,
    is_dictionary,
    is_name,
    number_of,
    raw,
)

_LISTS: Final = {"/Certs", "/OCSPs", "/CRLs"}
_OF_ONE: Final = {"/Cert", "/OCSP", "/CRL"}
_STREAM: Final = {"/Length", "/Filter", "/DecodeParms", "/Type"}
_DIGITS: Final = 40  # of the digest that names a signature
_EXTENSION: Final = {"/Type", "/BaseVersion", "/ExtensionLevel", "/URL", "/ExtensionRevision"}


def check_validation_data(base: Base, after: Objects, value: Any) -> None:
    """Raise Refusal where a store of validation data holds anything else."""
    store = follow(after, value)
    if not is_dictionary(store) or not _typed(store, "/DSS"):
        raise _strange()
    for key in set(store) - {"/Type"}:
        if key in _LISTS:
            _streams(base, after, entry(store, key))
        elif key == "/VRI":
            _by_signature(base, after, follow(after, entry(store, key)))
        else:
            raise _strange()


def _by_signature(base: Base, after: Objects, index: Any) -> None:
    if not is_dictionary(index):
        raise _strange()
    for name in index:
        one = follow(after, entry(index, name))
        if len(name) != _DIGITS + 1 or not is_dictionary(one) or not _typed(one, "/VRI"):
            raise _strange()
        for key in set(one) - {"/Type", "/TU"}:
            if key in _OF_ONE:
                _streams(base, after, entry(one, key))
            elif key == "/TS":
                _stream(base, after, entry(one, key))
            else:
                raise _strange()


def _streams(base: Base, after: Objects, value: Any) -> None:
    members = follow(after, value)
    if not isinstance(members, list):
        raise _strange()
    for each in raw(members):
        _stream(base, after, each)


def _stream(base: Base, after: Objects, reference: Any) -> None:
    number, value = number_of(reference), follow(after, reference)
    own = number is not None and number not in base.objects
    if not own or not isinstance(value, StreamObject) or set(value) - _STREAM:
        raise _strange()


def _typed(value: Any, name: str) -> bool:
    return entry(value, "/Type") is None or is_name(entry(value, "/Type"), name)


def _strange() -> Refusal:
    return Refusal(tr("What was saved as data to check signatures with is something else."))


def containers(base: Base, objects: Objects) -> frozenset[int]:
    """The numbers of the objects, none of the base, that list validation data."""
    found: set[int] = set()
    waiting = [entry(objects[base.root], "/DSS")]
    while waiting:
        value = waiting.pop()
        number = number_of(value)
        if number is not None:
            if number in base.objects or number in found:
                continue
            value = objects.get(number)
            if not isinstance(value, StreamObject):
                found.add(number)
        if is_dictionary(value):
            waiting += dict.values(value)
        waiting += raw(value)
    return frozenset(found)


def check_extensions(old: Any, new: Any) -> None:
    """Raise Refusal where the list of the format's extensions holds more than that."""
    before = old if is_dictionary(old) else {}
    if not is_dictionary(new) or any(entry(new, key) is None for key in before):
        raise Refusal(
            tr("The document's own settings were changed ({entry}).", entry="/Extensions")
        )
    for key in set(new) - {"/Type"}:
        value = entry(new, key)
        for each in raw(value) if isinstance(value, list) else [value]:
            if not is_dictionary(each) or set(each) - _EXTENSION:
                raise _strange_extensions()


def _strange_extensions() -> Refusal:
    return Refusal(tr("The document's own settings were changed ({entry}).", entry="/Extensions"))
