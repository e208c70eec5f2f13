"""What signers put beside a signature so that it can be checked later: certificates and answers."""

import re
from collections.abc import Callable
from typing import Any, Final

from asn1crypto import cms
from cryptography import x509
from cryptography.x509 import ocsp

from pilotmap.language import tr
from pilotmap.signing.base import Base
from pilotmap.signing.form_changes import is_date
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.values import (
    Objects,
    Stream,
    entry,
    follow,
    is_array,
    is_dictionary,
    is_name,
    items,
    keys,
    number_of,
    text_of,
)

_STREAM: Final = {"/Length", "/Filter"}
_SIGNATURE: Final = re.compile(r"/[0-9A-Fa-f]{40}")
_EXTENSION: Final = {"/Type", "/BaseVersion", "/ExtensionLevel", "/ExtensionRevision", "/URL"}
_PREFIX: Final = re.compile(r"/[A-Za-z0-9_]{1,16}")
_VERSION: Final = re.compile(r"/[12]\.\d")
_URL: Final = re.compile(r"https?://[A-Za-z0-9./_-]{1,80}")
_REVISION: Final = re.compile(r":?[0-9.]{1,10}")


def _token(data: bytes) -> object:
    info = cms.ContentInfo.load(data, strict=True)
    if info["content_type"].native != "signed_data":
        raise ValueError
    return info["content"]["encap_content_info"]["content"].parsed["gen_time"].native


_Reader = Callable[[bytes], object]
_CERTIFICATE: Final[_Reader] = x509.load_der_x509_certificate
_ANSWER: Final[_Reader] = ocsp.load_der_ocsp_response
_LIST: Final[_Reader] = x509.load_der_x509_crl
_LISTS: Final = {"/Certs": _CERTIFICATE, "/OCSPs": _ANSWER, "/CRLs": _LIST}
_OF_ONE: Final = {"/Cert": _CERTIFICATE, "/OCSP": _ANSWER, "/CRL": _LIST}


def check_validation_data(base: Base, after: Objects, value: Any) -> None:
    """Raise Refusal where a store of validation data holds anything else."""
    store = follow(after, value)
    if not is_dictionary(store) or not _typed(store, "/DSS"):
        raise _strange()
    for key in keys(store) - {"/Type"}:
        if key in _LISTS:
            _streams(base, after, entry(store, key), _LISTS[key])
        elif key == "/VRI":
            _by_signature(base, after, follow(after, entry(store, key)))
        else:
            raise _strange()


def _by_signature(base: Base, after: Objects, index: Any) -> None:
    if not is_dictionary(index):
        raise _strange()
    for name in index:
        one = follow(after, entry(index, name))
        if not _SIGNATURE.fullmatch(name) or not is_dictionary(one) or not _typed(one, "/VRI"):
            raise _strange()
        for key in keys(one) - {"/Type"}:
            if key in _OF_ONE:
                _streams(base, after, entry(one, key), _OF_ONE[key])
            elif key == "/TS":
                _stream(base, after, entry(one, key), _token)
            elif key != "/TU" or not is_date(entry(one, key)):
                raise _strange()


def _streams(base: Base, after: Objects, value: Any, read: _Reader) -> None:
    members = follow(after, value)
    if not is_array(members):
        raise _strange()
    for each in members:
        _stream(base, after, each, read)


def _stream(base: Base, after: Objects, reference: Any, read: _Reader) -> None:
    number, value = number_of(reference), follow(after, reference)
    own = number is not None and number not in base.objects
    if not own or not isinstance(value, Stream) or keys(value) - _STREAM:
        raise _strange()
    try:
        read(value.data)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _strange() from error


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
            if not isinstance(value, Stream):
                found.add(number)
        if is_dictionary(value):
            waiting += value.values()
        waiting += items(value)
    return frozenset(found)


def check_extensions(old: Any, new: Any) -> None:
    """Raise Refusal where the list of the format's extensions holds more than that."""
    before = old if is_dictionary(old) else {}
    if not is_dictionary(new) or not keys(before) <= keys(new):
        raise _strange_extensions()
    for key in keys(new) - {"/Type"}:
        value = entry(new, key)
        told = value if is_array(value) else (value,)
        if not _PREFIX.fullmatch(key) or not all(map(_is_extension, told)):
            raise _strange_extensions()


def _is_extension(told: Any) -> bool:
    level, version = entry(told, "/ExtensionLevel"), entry(told, "/BaseVersion")
    url, revision = text_of(entry(told, "/URL")), text_of(entry(told, "/ExtensionRevision"))
    return (
        is_dictionary(told)
        and keys(told) <= _EXTENSION
        and type(level) is int
        and isinstance(version, str)
        and _VERSION.fullmatch(version) is not None
        and _typed(told, "/DeveloperExtensions")
        and ("/URL" not in told or _URL.fullmatch(url or "") is not None)
        and ("/ExtensionRevision" not in told or _REVISION.fullmatch(revision or "") is not None)
    )


def _strange_extensions() -> Refusal:
    return Refusal(tr("The document's own settings were changed ({entry}).", entry="/Extensions"))
