"""What a file says of itself may not change, but for when and by what program it was saved."""

import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree import ElementTree

from pilotmap.language import tr
from pilotmap.signing.form_changes import is_date
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.values import Stream, entry, is_dictionary, is_name, keys, same, text_of

_PROGRAM: Final = re.compile(r"[A-Za-z0-9 .,:;_+()/®©™-]{1,120}")
_MOMENT: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[-+]\d\d:\d\d)?)?"
)
_IDENTITY: Final = re.compile(r"(?:uuid|xmp\.iid|urn:uuid):[A-Za-z0-9-]{1,64}")
_LARGEST: Final = 1 << 20
_STREAM: Final = {"/Type", "/Subtype", "/Length", "/Filter"}
_PACKET: Final = re.compile(
    r'\ufeff?\s*(?:<\?xpacket begin="\ufeff?" id="\w{8,40}"\?>)?(.*?)'
    r'(?:<\?xpacket end="[rw]"\?>)?\s*',
    re.DOTALL,
)
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_LANGUAGE: Final = f"{_XML}lang"
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ABOUT: Final = f"{_RDF}about"
_RESOURCE: Final = {f"{_RDF}parseType": "Resource"}
_LINK: Final = f"{_RDF}resource"
_LINKED: Final = "{http://www.aiim.org/pdfa/ns/schema#}namespaceURI"
_LISTS: Final = {f"{_RDF}Bag", f"{_RDF}Seq", f"{_RDF}Alt"}
_META: Final = "{adobe:ns:meta/}xmpmeta"
_TOOLKIT: Final = "{adobe:ns:meta/}xmptk"
_XAP: Final = "{http://ns.adobe.com/xap/1.0/}"
_SAVED: Final = {
    f"{_XAP}ModifyDate": _MOMENT,
    f"{_XAP}MetadataDate": _MOMENT,
    "{http://ns.adobe.com/pdf/1.3/}Producer": _PROGRAM,
    "{http://ns.adobe.com/xap/1.0/mm/}InstanceID": _IDENTITY,
}
"""What programs that save a file say of that."""


def check_info(old: Any, new: Any) -> None:
    """Raise Refusal where more than the time and the program of saving changed."""
    if not is_dictionary(new):
        raise _changed("Info")
    for key in keys(old) | keys(new):
        now = entry(new, key)
        if same(entry(old, key), now):
            continue
        program = _PROGRAM.fullmatch(text_of(now) or "") is not None
        if not (key == "/ModDate" and is_date(now)) and not (key == "/Producer" and program):
            raise _changed(key)


def check_metadata(old: Any, new: Any) -> None:
    """The same for the XML form of it; where there was none, it may say nothing else."""
    if not isinstance(new, Stream) or keys(new) - _STREAM:
        raise _changed("/Metadata")
    if not is_name(entry(new, "/Subtype"), "/XML"):
        raise _changed("/Metadata")
    before = _properties(old.data) if isinstance(old, Stream) else {}
    after = _properties(new.data)
    for name in {*before, *after}:
        was, now = before.get(name), after.get(name)
        if was != now and not (name in _SAVED and _is_told(now, _SAVED[name])):
            raise _changed(name.rpartition("}")[2])


def _is_told(value: Any, pattern: re.Pattern[str]) -> bool:
    return value is None or (value[0] == "" and pattern.fullmatch(value[1]) is not None)


def _properties(data: bytes) -> dict[str, Any]:
    """Each property by name, in whichever of RDF's forms it is written.

    What could be read in two ways is refused: other encodings, comments, entities, attributes and
    elements that stand where RDF has none.
    """
    if len(data) > _LARGEST or b"<!" in data:
        raise _changed("/Metadata")
    try:
        packet = _PACKET.fullmatch(data.decode("utf-8"))
        if packet is None or "<?" in packet[1]:
            raise _changed("/Metadata")
        root = ElementTree.fromstring(packet[1].strip())
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as error:
        raise _changed("/Metadata") from error
    found: dict[str, Any] = {}
    for one in _descriptions(root):
        for key, value in _members(one):
            if key in found:
                raise _changed(key.rpartition("}")[2])
            found[key] = value
    return found


def _descriptions(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    rdf = root
    if root.tag == _META:
        inner = list(root)
        if set(root.attrib) - {_TOOLKIT} or len(inner) != 1 or _says(root):
            raise _changed("/Metadata")
        rdf = inner[0]
    if rdf.tag != f"{_RDF}RDF" or rdf.attrib or _says(rdf):
        raise _changed("/Metadata")
    for one in rdf:
        if one.tag != f"{_RDF}Description" or one.get(_ABOUT) or _says(one):
            raise _changed("/Metadata")
        yield one


def _says(element: ElementTree.Element) -> bool:
    """Whether text stands between the elements of one that has only elements."""
    return any((part or "").strip() for part in (element.text, *(each.tail for each in element)))


def _members(element: ElementTree.Element) -> list[tuple[str, Any]]:
    """The properties of a description: some are its attributes, some its elements."""
    said: list[tuple[str, Any]] = []
    for key, value in element.attrib.items():
        if key == _ABOUT or (key, value) in _RESOURCE.items():
            continue
        if key.startswith((_RDF, _XML)):
            raise _changed(key.rpartition("}")[2])
        said.append((key, ("", value.strip())))
    return said + [(each.tag, _value(each)) for each in element]


def _value(element: ElementTree.Element) -> Any:
    """A property's value: a text with its language, a list, or a structure."""
    inner, told = list(element), element.attrib
    if element.tag.startswith(_RDF) and element.tag != f"{_RDF}li":
        raise _changed(element.tag.rpartition("}")[2])
    if inner and _says(element):
        raise _changed(element.tag.rpartition("}")[2])
    if told == _RESOURCE:
        return tuple(sorted(_members(element)))
    if inner and not told and len(inner) == 1:
        only = inner[0]
        if only.tag == f"{_RDF}Description":
            return tuple(sorted(_members(only)))
        if only.tag in _LISTS and not only.attrib and not _says(only):
            return only.tag, tuple(_value(each) for each in only)
    if set(told) == {_LINK} and element.tag == _LINKED and not inner and not element.text:
        return "", told[_LINK]  # pyHanko writes addresses so
    if inner or set(told) - {_LANGUAGE}:
        raise _changed(element.tag.rpartition("}")[2])
    return told.get(_LANGUAGE, ""), (element.text or "").strip()


def _changed(what: str) -> Refusal:
    return Refusal(tr("What the file says of itself was changed ({what}).", what=what))
