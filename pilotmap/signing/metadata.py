"""What a file says of itself may not change, but for when and by what program it was saved."""

import re
from typing import Any, Final
from xml.etree import ElementTree

from pyhanko.pdf_utils.generic import StreamObject

from pilotmap.language import tr
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.values import entry, is_dictionary, is_name, same, text_of

_SAVED: Final = {"/ModDate", "/Producer"}
_LONGEST: Final = 255
_DATE: Final = re.compile(r"D:\d{4,14}[-+Z'\d]{0,8}")
_LARGEST: Final = 1 << 20
_STREAM: Final = {"/Type", "/Subtype", "/Length", "/Filter", "/DecodeParms"}
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SYNTAX: Final = {f"{_RDF}parseType"}
_LISTS: Final = {f"{_RDF}Bag", f"{_RDF}Seq", f"{_RDF}Alt"}
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_XMP_SAVED: Final = {
    "{http://ns.adobe.com/xap/1.0/}ModifyDate",
    "{http://ns.adobe.com/xap/1.0/}MetadataDate",
    "{http://ns.adobe.com/pdf/1.3/}Producer",
    "{http://ns.adobe.com/xap/1.0/mm/}InstanceID",
}


def check_info(old: Any, new: Any) -> None:
    """Raise Refusal where more than the time and the program of saving changed."""
    if not is_dictionary(new):
        raise _changed("Info")
    for key in {*old, *new}:
        was, now = entry(old, key), entry(new, key)
        if was is not None and now is not None and same(was, now):
            continue
        said = text_of(now)
        if key not in _SAVED or said is None or len(said) > _LONGEST:
            raise _changed(key)
        if key == "/ModDate" and not _DATE.fullmatch(said):
            raise _changed(key)


def check_metadata(old: Any, new: Any) -> None:
    """The same for the XML form of it; where there was none, it may say nothing else."""
    if not isinstance(new, StreamObject) or set(new) - _STREAM:
        raise _changed("/Metadata")
    if not is_name(entry(new, "/Subtype"), "/XML"):
        raise _changed("/Metadata")
    before = _properties(old.data) if isinstance(old, StreamObject) else {}
    after = _properties(new.data)
    if before != after:
        differing = sorted(
            name.rpartition("}")[2]
            for name in {*before, *after}
            if before.get(name) != after.get(name)
        )
        raise _changed(", ".join(differing))


def _properties(data: bytes) -> dict[str, Any]:
    """Each property by name, in whichever of RDF's forms it is written."""
    if len(data) > _LARGEST or b"<!" in data:
        raise _changed("/Metadata")
    try:
        root = ElementTree.fromstring(data.decode("utf-8"))
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as error:
        raise _changed("/Metadata") from error
    described = [each for rdf in root.iter(f"{_RDF}RDF") for each in rdf]
    if any(each.tag != f"{_RDF}Description" for each in described):
        raise _changed("/Metadata")
    found: dict[str, Any] = {}
    for one in described:
        for key, value in _members(one):
            if key in found:
                raise _changed(key.rpartition("}")[2])
            found[key] = value
    return {key: value for key, value in found.items() if key not in _XMP_SAVED}


def _members(element: ElementTree.Element) -> list[tuple[str, Any]]:
    """The properties of a description: some are its attributes, some its elements."""
    said = [
        (key, ("", value.strip()))
        for key, value in element.attrib.items()
        if key not in _SYNTAX and not (key == f"{_RDF}about" and not value)
    ]
    return said + [(each.tag, _value(each)) for each in element]


def _value(element: ElementTree.Element) -> Any:
    """A property's value: a text with its language, a list, or a structure."""
    inner = list(element)
    if element.get(f"{_RDF}parseType") == "Resource":
        return tuple(sorted(_members(element)))
    if len(inner) == 1 and inner[0].tag == f"{_RDF}Description":
        return tuple(sorted(_members(inner[0])))
    if len(inner) == 1 and inner[0].tag in _LISTS:
        return inner[0].tag, tuple(_value(each) for each in inner[0])
    if inner:
        raise _changed(element.tag.rpartition("}")[2])
    text = element.get(f"{_RDF}resource") or (element.text or "").strip()
    return element.get(_LANGUAGE, ""), text


def _changed(what: str) -> Refusal:
    return Refusal(tr("What the file says of itself was changed ({what}).", what=what))
