"""What programs show of a file beside its pages, and the stamps on them; each must be refused."""

from collections.abc import Iterator

from tests.signing.attacks.by_hand import Change, Saving
from tests.signing.attacks.raw import stream

_DRAWN = b"q 1 0 0 1 0 0 cm Q"


def _xmp(old: str, new: str) -> Change:
    def change(saving: Saving) -> None:
        number = saving.doc.number("/Metadata")
        data = saving.doc.object(number).data
        assert old.encode() in data, old
        told = data.replace(old.encode(), new.encode(), 1)
        saving.objects[number] = stream(told, Type=b"/Metadata", Subtype=b"/XML")

    return change


def _info(**entries: bytes | None) -> Change:
    def change(saving: Saving) -> None:
        number = saving.doc.info
        saving.objects[number] = saving.doc.edited(number, **entries)

    return change


def notes() -> Iterator[tuple[str, Change]]:
    """What the file says of itself, changed so that some programs show something else."""
    item = '<rdf:li xml:lang="x-default">'
    genuine = "Tier 1 support triage"
    for name, old, new in (
        ("genuine title as a resource", f"{item}{genuine}",
        f'<rdf:li rdf:resource="{genuine}" xml:lang="x-default">FORGED'),
        ("another title", genuine, "FORGED"),
        ("title with an element", genuine, f"<b>FORGED</b>{genuine}"),
        ("title twice", "<dc:title>", "<dc:title>FORGED</dc:title><dc:title>"),
        ("title also as an attribute", "<dc:format>", f'<dc:format dc:title="{genuine}">'),
        ("title in a comment", genuine, f"<!--{genuine}-->FORGED"),
        ("title in a section", genuine, f"<![CDATA[{genuine}]]>"),
        ("another language", 'x-default"', 'de"'),
        ("second item", "</rdf:li>", "</rdf:li><rdf:li>FORGED</rdf:li>"),
        ("instruction", "<dc:title>", "<?xml-stylesheet href='x'?><dc:title>"),
        ("document type", "<x:xmpmeta", "<!DOCTYPE x><x:xmpmeta"),
        ("second description", "</rdf:RDF>", '<rdf:Description rdf:about="x"/></rdf:RDF>'),
        ("second packet", "</x:xmpmeta>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>"),
        ("attribute of a list", "<rdf:Alt>", '<rdf:Alt rdf:ID="x">'),
        ("text in a list", "<rdf:Alt>", "<rdf:Alt>FORGED"),
        ("text beside", "<dc:title>", "FORGED<dc:title>"),
        ("node identity", "<dc:title>", '<dc:title rdf:nodeID="x">'),
        ("datatype", "<dc:format>", '<dc:format rdf:datatype="x">'),
        ("literal", "<dc:title>", '<dc:title rdf:parseType="Literal">'),
        ("collection", "<dc:title>", '<dc:title rdf:parseType="Collection">'),
        ("another root", "x:xmpmeta xmlns:x=\"adobe:ns:meta/\"", 'x:xmpmeta xmlns:x="other"'),
        ("date that is none", "</rdf:RDF>",
        '<rdf:Description xmlns:x="http://ns.adobe.com/xap/1.0/" x:ModifyDate="X"/></rdf:RDF>'),
        ("author", "<dc:format>", "<dc:creator>FORGED</dc:creator><dc:format>"),
        ("text before all", "<x:xmpmeta", "FORGED<x:xmpmeta"),
        ("declared encoding", "<x:xmpmeta", '<?xml version="1.0" encoding="UTF-7"?><x:xmpmeta'),
        ("prefix bound anew", "<dc:title>", '<dc:title xmlns:dc="urn:x">'),
    ):  # fmt: skip
        yield f"XMP: {name}", _xmp(old, new)
    told: tuple[dict[str, bytes | None], ...] = (
        {"Title": b"(FORGED)"}, {"Title": None}, {"Author": b"(FORGED)"}, {"Subject": b"(FORGED)"},
        {"Title": b"<EFBBBF464F52474544>"}, {"Producer": b"9"}, {"Producer": b"(a\\nb)"},
        {"ModDate": b"(soon)"},
        {"CreationDate": b"(D:20300101000000Z)"}, {"Producer": b"<FEFF202E0044>"},
        {"Trapped": b"/True"},
    )  # fmt: skip
    for entries in told:
        yield f"Info: {entries}", _info(**entries)


def _stamp(content: bytes = _DRAWN, more: bytes = b"", **entries: bytes) -> Change:
    def change(saving: Saving) -> None:
        own, number = min(saving.objects), saving.number
        said = {"Type": b"/XObject", "Subtype": b"/Form", "BBox": b"[0 0 176 52]", **entries}
        saving.objects[number] = stream(content, **{k: v for k, v in said.items() if v})
        saving.objects[number + 1] = more or b"<< /Type /ExtGState >>"
        saving.objects[number] = saving.objects[number].replace(b"@", b"%d 0 R" % (number + 1))
        body = saving.objects[own].rstrip()
        at = body.index(b"/AP")
        end = body.index(b">>", at) + 2
        saving.objects[own] = body[:at] + b"/AP << /N %d 0 R >>" % number + body[end:]

    return change


_USED = b"<< /ExtGState << /G @ >> >>"


def stamps() -> Iterator[tuple[str, Change]]:
    """Stamps that readers draw differently, or that leave their box."""
    for name, content in (
        ("restores more than it saved", b"Q Q Q 0 0 999 999 re f"),
        ("saves without an end", b"q q 0 0 9 9 re f"),
        ("picture in the text", b"BI /W 1 /H 1 ID x EI"), ("unknown operator", b"xx 1 2"),
        ("text without an end", b"BT (a) Tj"),
        ("end without a beginning", b"ET"), ("layer", b"/OC /L BDC EMC"),
        ("mark without an end", b"/X BMC"),
        ("compatibility section", b"BX xx EX"), ("odd number", b"1.2.3 w"),
        ("two signs", b"--5 w"), ("string without an end", b"(abc"),
        ("null byte", b"q \0 Q"), ("braces", b"{ 1 }"), ("forged outside", b"Q 0 0 600 900 re f q"),
    ):  # fmt: skip
        yield f"stamp: {name}", _stamp(content, Resources=_USED)
    for name, entries in (
        ("box without width", {"BBox": b"[0 0 0 52]"}),
        ("box without height", {"BBox": b"[0 5 99 5]"}), ("no box", {"BBox": b""}),
        ("box of three", {"BBox": b"[0 0 9]"}), ("box of words", {"BBox": b"[/a 0 9 9]"}),
        ("huge box", {"BBox": b"[0 0 99999 9]"}),
        ("turned", {"Matrix": b"[0 1 -1 0 0 0]"}), ("scaled", {"Matrix": b"[9 0 0 9 0 0]"}),
        ("flat", {"Matrix": b"[0 0 0 0 0 0]"}),
        ("layered", {"OC": b"@"}), ("from elsewhere", {"F": b"(x)"}),
        ("no subtype", {"Subtype": b""}), ("a picture", {"Subtype": b"/Image"}),
        ("PostScript", {"Subtype": b"/PS"}), ("another page", {"Ref": b"<< >>"}),
        ("printing", {"OPI": b"<< >>"}),
        ("layers in resources", {"Resources": b"<< /Properties << /L @ >> >>"}),
        ("escaped key", {"BBo#78": b"[0 0 9 9]"}),
    ):  # fmt: skip
        yield f"stamp: {name}", _stamp(**{"Resources": _USED, **entries})
    for name, more in (
        ("type 3 font", b"<< /Type /Font /Subtype /Type3 >>"),
        ("program", stream(b"{}", FunctionType=b"4")),
        ("tiles", stream(b"", PatternType=b"1")), ("alternate pictures", b"<< /Alternates [] >>"),
        ("action", b"<< /S /JavaScript /JS (x) >>"), ("names nothing", b"<< /G 99999 0 R >>"),
    ):  # fmt: skip
        yield f"stamp with {name}", _stamp(_DRAWN, more, Resources=_USED)
