"""What PDF/A-3 asks of the file: its bytes, its metadata, its colours, its attachments.

Written against ISO 19005-3 and read with qpdf's library, so that nothing of ours judges itself.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pikepdf
from PIL import ImageCms

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
}
KNOWN = {"dc", "pdfaid", "rdf"}
FORBIDDEN_FILTERS = {"/LZWDecode", "/Crypt"}
GROUND_KEYS = {"/AA", "/OpenAction", "/Requirements", "/Perms", "/OCProperties"}


def file_faults(data: bytes, file: pikepdf.Pdf) -> Iterator[str]:
    """Everything that is wrong, one sentence each."""
    yield from _bytes(data)
    yield from _streams(file)
    yield from _catalog(file)
    yield from _metadata(file)
    yield from _intent(file)
    yield from _attachments(file)


def _bytes(data: bytes) -> Iterator[str]:
    """6.1.2, 6.1.3, 6.1.7, 6.1.9."""
    head = data.split(b"\n", 2)
    if not re.fullmatch(rb"%PDF-1\.[0-7]", head[0]):
        yield f"the header is {head[0]!r}"
    if not (head[1][:1] == b"%" and len(head[1]) >= 5 and min(head[1][1:5]) > 127):
        yield "no comment of four high bytes follows the header"
    if not data.endswith(b"%%EOF\n") or data.count(b"%%EOF") != 1:
        yield "something follows the end of the file"
    if re.search(rb"[^\n]\nendobj|endobj[^\n]", data) and re.search(rb"[^\n]endobj", data):
        yield "an endobj does not begin a line"
    bare = re.sub(rb"stream\n.*?\nendstream", b"", data, flags=re.DOTALL)
    if b"endstream" in bare:
        yield "an endstream does not begin a line, or its stream does not"
    for found in re.finditer(rb"(\d+) (\d+) obj([^\n])", bare):
        yield f"object {found[1]!r} does not begin on a line of its own"


def _streams(file: pikepdf.Pdf) -> Iterator[str]:
    for each in file.objects:
        if not isinstance(each, pikepdf.Stream):
            continue
        filters = each.get("/Filter", [])
        names = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
        if FORBIDDEN_FILTERS & {str(name) for name in names}:
            yield f"stream {each.objgen} is packed with {names}"
        if {"/F", "/FFilter", "/FDecodeParms"} & set(each.keys()):
            yield f"stream {each.objgen} lies outside of the file"


def _catalog(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root
    for key in GROUND_KEYS & set(root.keys()):
        yield f"the catalog has {key}"
    if "/Encrypt" in file.trailer:
        yield "the file is locked"
    if len(file.trailer.get("/ID", [])) != 2:
        yield "the file has no identity"
    if not str(root.get("/Lang", "")):
        yield "no language is said"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "the file is not marked as tagged"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "the window would show the file's name and not its title"
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") in _ACTIONS:
            yield f"object {each.objgen} does something: {each.S}"


_ACTIONS = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/URI"}


def _metadata(file: pikepdf.Pdf) -> Iterator[str]:
    """6.6.2."""
    if "/Metadata" not in file.Root:
        yield "no metadata"
        return
    packet = file.Root.Metadata
    if "/Filter" in packet:
        yield "the metadata is packed"
    text = packet.read_raw_bytes()
    if re.search(rb'<\?xpacket begin="[^"]*" [^>]*(bytes|encoding)=', text):
        yield "the packet names its length or encoding"
    tree = ElementTree.fromstring(text.split(b"?>", 1)[1].rsplit(b"<?xpacket", 1)[0])
    said = {
        key: tree.findtext(f".//{key}", namespaces=SPACES)
        for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
    }
    if said["pdfaid:part"] != "3" or said["pdfaid:conformance"] not in ("A", "U", "B"):
        yield f"the part of PDF/A is said as {said}"
    if said["pdfuaid:part"] != "1":
        yield "the part of PDF/UA is not said"
    title = tree.findtext(".//dc:title/rdf:Alt/rdf:li", namespaces=SPACES)
    if title != str(file.trailer.Info.Title):
        yield f"two titles: {title!r} and {file.trailer.Info.Title!r}"
    if {"/Producer", "/Creator", "/CreationDate", "/ModDate"} & set(file.trailer.Info.keys()):
        yield "the Info dictionary says what the packet does not"
    yield from _described(tree)


def _described(tree: Any) -> Iterator[str]:
    """6.6.2.3: every namespace that is not predefined has its schema described."""
    described = {each.text for each in tree.iterfind(".//schema:namespaceURI", SPACES)}
    known = {SPACES[key] for key in KNOWN} | described
    for about in tree.iterfind(".//rdf:Description", SPACES):
        for child in about:
            space = child.tag[1:].partition("}")[0]
            if space not in known and "pdfa/ns/extension" not in space:
                yield f"nobody describes {space}"


def _intent(file: pikepdf.Pdf) -> Iterator[str]:
    """6.2.3."""
    intents = [each for each in file.Root.get("/OutputIntents", []) if each.S == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield f"{len(intents)} output intents"
        return
    stream = intents[0].DestOutputProfile
    profile = stream.read_bytes()
    if stream.N != 3 or profile[16:20] != b"RGB " or profile[12:16] not in (b"mntr", b"prtr"):
        yield "the profile is not one of a screen or printer with three colours"
    if profile[8] > 4 or profile[36:40] != b"acsp":
        yield "the profile is of a version that PDF/A does not know"
    if int.from_bytes(profile[:4], "big") != len(profile):
        yield "the profile is not as long as it says"
    ImageCms.ImageCmsProfile(BytesIO(profile))


def _attachments(file: pikepdf.Pdf) -> Iterator[str]:
    """6.8."""
    named = list(file.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", []))[1::2]
    associated = list(file.Root.get("/AF", []))
    if [each.objgen for each in named] != [each.objgen for each in associated]:
        yield "the files named are not the files associated"
    for each in named:
        if not {"/F", "/UF", "/AFRelationship", "/EF", "/Desc"} <= set(each.keys()):
            yield f"{each.get('/UF')} is not described as PDF/A asks"
        elif "/" not in str(each.EF.F.get("/Subtype", ""))[1:]:
            yield f"{each.UF} has no media type"
