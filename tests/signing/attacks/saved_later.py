"""Incremental saving attacks: something saved behind the last signature."""

import re
from collections.abc import Callable, Iterator

from tests.signing.attacks.raw import Doc, dictionary, stream

Attack = Callable[[Doc], bytes]
_TEXT = b"BT /F1 30 Tf 72 400 Td (Approved for twice the budget) Tj ET"
_JS = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


def _contents(doc: Doc) -> bytes:
    number = int(doc.object(doc.first_page).raw_get("/Contents").idnum)
    return doc.update({number: stream(_TEXT)})


def _page_contents(doc: Doc) -> bytes:
    new = doc.size
    page = doc.edited(doc.first_page, Contents=b"%d 0 R" % new)
    return doc.update({doc.first_page: page, new: stream(_TEXT)})


def _page_entry(key: str, value: bytes) -> Attack:
    return lambda doc: doc.update({doc.first_page: doc.edited(doc.first_page, **{key: value})})


def _catalog(key: str, value: bytes) -> Attack:
    return lambda doc: doc.update({doc.root: doc.edited(doc.root, **{key: value})})


def _catalog_without(key: str) -> Attack:
    return lambda doc: doc.update({doc.root: doc.edited(doc.root, **{key: None})})


def _form(key: str, value: bytes) -> Attack:
    return lambda doc: doc.update({doc.form: doc.edited(doc.form, **{key: value})})


def _info(key: str, value: bytes) -> Attack:
    return lambda doc: doc.update({doc.info: doc.edited(doc.info, **{key: value})})


def _signed_field(key: str, value: bytes | None) -> Attack:
    def attack(doc: Doc) -> bytes:
        number = next(n for n in doc.fields if "/V" in doc.object(n))
        return doc.update({number: doc.edited(number, **{key: value})})

    return attack


def _annotation(subtype: bytes, *, page: str = "page", extra: bytes = b"") -> Attack:
    def attack(doc: Doc) -> bytes:
        on = getattr(doc, page)
        new, shown = doc.size, doc.size + 1
        annots = doc.entries(on).get("/Annots", b"[]").rstrip()
        assert annots.endswith(b"]")
        note = (
            b"<< /Type /Annot /Subtype /%b /Rect [50 50 500 700] /F 4 /Contents (x) %b"
            b" /AP << /N %d 0 R >> >>" % (subtype, extra, shown)
        )
        form = stream(_TEXT, Type=b"/XObject", Subtype=b"/Form", BBox=b"[0 0 450 650]")
        edited = doc.edited(on, Annots=annots[:-1] + b" %d 0 R ]" % new)
        return doc.update({on: edited, new: note, shown: form})

    return attack


def _field_added(doc: Doc) -> bytes:
    new = doc.size
    fields = doc.entries(doc.form)["/Fields"].rstrip()
    field = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Approval) /Rect [0 0 0 0] /F 132 >>"
    form = doc.edited(doc.form, Fields=fields[:-1] + b" %d 0 R ]" % new)
    return doc.update({doc.form: form, new: field})


def _field_removed(doc: Doc) -> bytes:
    kept = b"[%d 0 R %d 0 R]" % (doc.fields[0], doc.fields[1])
    return doc.update({doc.form: doc.edited(doc.form, Fields=kept)})


def _fields_reordered(doc: Doc) -> bytes:
    kept = b"[%d 0 R %d 0 R %d 0 R]" % (doc.fields[1], doc.fields[0], doc.fields[2])
    return doc.update({doc.form: doc.edited(doc.form, Fields=kept)})


def _page_removed(doc: Doc) -> bytes:
    pages = doc.number("/Pages")
    kids = re.findall(rb"\d+ 0 R", doc.entries(pages)["/Kids"])
    edited = doc.edited(
        pages, Kids=b"[" + b" ".join(kids[1:]) + b"]", Count=b"%d" % (len(kids) - 1)
    )
    return doc.update({pages: edited})


def _page_inserted(doc: Doc) -> bytes:
    pages, new, shown = doc.number("/Pages"), doc.size, doc.size + 1
    kids = re.findall(rb"\d+ 0 R", doc.entries(pages)["/Kids"])
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R >>"
    edited = doc.edited(
        pages,
        Kids=b"[%d 0 R " % new + b" ".join(kids) + b"]",
        Count=b"%d" % (len(kids) + 1),
    )
    return doc.update({pages: edited, new: page % (pages, shown), shown: stream(_TEXT)})


def _pages_exchanged(doc: Doc) -> bytes:
    tree, page, shown = doc.size, doc.size + 1, doc.size + 2
    return doc.update(
        {
            doc.root: doc.edited(doc.root, Pages=b"%d 0 R" % tree),
            tree: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % page,
            page: b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R >>"
            % (tree, shown),
            shown: stream(_TEXT),
        }
    )


def _other_root(doc: Doc) -> bytes:
    new = doc.size
    return doc.update({new: doc.edited(doc.root, Lang=b"(de)")}, root=new)


def _attachment_replaced(doc: Doc) -> bytes:
    spec = doc.object(doc.root)["/AF"][0]
    number = int(spec["/EF"].raw_get("/F").idnum)
    return doc.update({number: stream(b"{}", Type=b"/EmbeddedFile")})


def _attachment_added(doc: Doc) -> bytes:
    new, file = doc.size, doc.size + 1
    spec = b"<< /Type /Filespec /F (evil.pilotmap.json) /EF << /F %d 0 R >> >>" % file
    old = doc.entries(doc.root)["/AF"].rstrip()
    root = doc.edited(doc.root, AF=old[:-1] + b" %d 0 R ]" % new)
    return doc.update({doc.root: root, new: spec, file: stream(b"{}", Type=b"/EmbeddedFile")})


def _font_changed(doc: Doc) -> bytes:
    fonts = doc.object(doc.first_page)["/Resources"]["/Font"]
    font = fonts.raw_get(next(iter(fonts)))
    number = int(font.idnum)
    descendant = int(doc.object(number)["/DescendantFonts"].raw_get(0).idnum)
    return doc.update({descendant: doc.edited(descendant, W=b"[1 [1000 1000 1000]]")})


def _text_of_font_changed(doc: Doc) -> bytes:
    fonts = doc.object(doc.first_page)["/Resources"]["/Font"]
    font = fonts[next(iter(fonts))]
    return doc.update({int(font.raw_get("/ToUnicode").idnum): stream(b"/CMapName /x def")})


def _lock_changed(doc: Doc) -> bytes:
    number = int(doc.object(doc.fields[0]).raw_get("/Lock").idnum)
    return doc.update({number: b"<< /Type /SigFieldLock /Action /All >>"})


def _structure_changed(doc: Doc) -> bytes:
    number = doc.number("/StructTreeRoot")
    return doc.update({number: doc.edited(number, Lang=b"(xx)")})


def _outline_changed(doc: Doc) -> bytes:
    number = int(doc.object(doc.root)["/Outlines"].raw_get("/First").idnum)
    return doc.update({number: doc.edited(number, Title=b"(Another title)")})


def _signature_changed(doc: Doc) -> bytes:
    field = next(doc.object(n) for n in doc.fields if "/V" in doc.object(n))
    number = int(field.raw_get("/V").idnum)
    return doc.update({number: doc.edited(number, Reason=b"(I decline)")})


def _stamp_changed(doc: Doc) -> bytes:
    field = next(doc.object(n) for n in doc.fields if "/V" in doc.object(n))
    number = int(field["/AP"].raw_get("/N").idnum)
    form = stream(_TEXT, Type=b"/XObject", Subtype=b"/Form", BBox=b"[0 0 176 52]")
    return doc.update({number: form})


def _xmp_title(doc: Doc) -> bytes:
    number = doc.number("/Metadata")
    data = doc.object(number).data.replace(b"Tier 1", b"Tier 9")
    assert data != doc.object(number).data
    return doc.update({number: stream(data, Type=b"/Metadata", Subtype=b"/XML")})


def _xmp_exchanged(doc: Doc) -> bytes:
    new = doc.size
    data = doc.object(doc.number("/Metadata")).data.replace(b"Tier 1", b"Tier 9")
    return doc.update(
        {
            doc.root: doc.edited(doc.root, Metadata=b"%d 0 R" % new),
            new: stream(data, Type=b"/Metadata", Subtype=b"/XML"),
        }
    )


def _xmp_entity(doc: Doc) -> bytes:
    number = doc.number("/Metadata")
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    data = bomb + doc.object(number).data
    return doc.update({number: stream(data, Type=b"/Metadata", Subtype=b"/XML")})


def _dss_of_pages(doc: Doc) -> bytes:
    page = int(doc.object(doc.first_page).raw_get("/Contents").idnum)
    dss = b"<< /Type /DSS /Certs [%d 0 R] >>" % page
    return doc.update({doc.root: doc.edited(doc.root, DSS=dss)})


def _dss_with_more(doc: Doc) -> bytes:
    dss = b"<< /Type /DSS /Certs [] /Payload (x) >>"
    return doc.update({doc.root: doc.edited(doc.root, DSS=dss)})


def _dss_with_action(doc: Doc) -> bytes:
    dss = b"<< /Type /DSS /Certs [] >>"
    changed = doc.edited(doc.root, DSS=dss, OpenAction=_JS)
    return doc.update({doc.root: changed})


def _skips_signatures(doc: Doc) -> bytes:
    first = int(re.findall(rb"startxref\s+(\d+)", doc.data)[0])
    return doc.update({doc.info: doc.edited(doc.info)}, prev=first)


def _points_back(doc: Doc) -> bytes:
    first = int(re.findall(rb"startxref\s+(\d+)", doc.data)[0])
    return doc.data + b"startxref\n%d\n%%%%EOF\n" % first


def _without_table(doc: Doc) -> bytes:
    number = int(doc.object(doc.first_page).raw_get("/Contents").idnum)
    tail = b"%d 0 obj\n" % number + stream(_TEXT) + b"\nendobj\n"
    return doc.data + tail + b"trailer\n" + dictionary({"/Root": b"%d 0 R" % doc.root}) + b"\n"


def _hybrid(doc: Doc) -> bytes:
    return doc.update({doc.info: doc.edited(doc.info)}, trailer={"/XRefStm": b"100"})


def _time_stamp_forged(doc: Doc) -> bytes:
    new, value = doc.size, doc.size + 1
    fields = doc.entries(doc.form)["/Fields"].rstrip()
    form = doc.edited(doc.form, Fields=fields[:-1] + b" %d 0 R ]" % new)
    field = b"<< /FT /Sig /T (Time) /V %d 0 R /Rect [0 0 0 0] /Type /Annot /Subtype /Widget >>"
    stamp = (
        b"<< /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /Contents <00> /ByteRange [0 1 2 3] >>"
    )
    return doc.update({doc.form: form, new: field % value, value: stamp})


def attacks() -> Iterator[tuple[str, Attack]]:
    """What somebody saves behind signatures; each must be refused."""
    yield "page content replaced", _contents
    yield "page gets other content", _page_contents
    yield "page turned", _page_entry("Rotate", b"180")
    yield "page cropped", _page_entry("CropBox", b"[0 0 300 300]")
    yield "page resources exchanged", _page_entry("Resources", b"<< >>")
    yield "page action", _page_entry("AA", b"<< /O " + _JS + b" >>")
    yield "page removed", _page_removed
    yield "page inserted", _page_inserted
    yield "all pages exchanged", _pages_exchanged
    yield "another catalog", _other_root
    yield "free text over the signatures", _annotation(b"FreeText")
    yield "stamp over page 1", _annotation(b"Stamp", page="first_page")
    yield "highlight", _annotation(b"Highlight")
    yield "note", _annotation(b"Text")
    yield (
        "link to a web page",
        _annotation(b"Link", extra=b"/A << /S /URI /URI (http://x.example) >>"),
    )
    yield "attachment as annotation", _annotation(b"FileAttachment")
    yield "fourth field, empty", _field_added
    yield "field removed", _field_removed
    yield "fields in another order", _fields_reordered
    yield "title changed", _info("Title", b"(Another title)")
    yield "author added", _info("Author", b"(Mallory)")
    yield "edition changed", _info("PilotMapEdition", b"({})")
    yield "title in XMP changed", _xmp_title
    yield "XMP exchanged", _xmp_exchanged
    yield "XMP with entities", _xmp_entity
    yield "NeedAppearances", _form("NeedAppearances", b"true")
    yield "default appearance", _form("DA", b"(/Helv 0 Tf 0 g)")
    yield "default resources", _form("DR", b"<< /Font << >> >>")
    yield "XFA", _form("XFA", b"(<xdp/>)")
    yield "flags taken back", _form("SigFlags", b"0")
    yield "action on opening", _catalog("OpenAction", _JS)
    yield "jump on opening", _catalog("OpenAction", b"[0 /Fit]")
    yield "catalog actions", _catalog("AA", b"<< /WC " + _JS + b" >>")
    yield (
        "names with JavaScript",
        _catalog("Names", b"<< /JavaScript << /Names [(a) " + _JS + b"] >> >>"),
    )
    yield "optional content", _catalog("OCProperties", b"<< /OCGs [] /D << >> >>")
    yield "certification added", _catalog("Perms", b"<< /DocMDP 1 0 R >>")
    yield "language changed", _catalog("Lang", b"(de)")
    yield "viewer preferences", _catalog("ViewerPreferences", b"<< /HideToolbar true >>")
    yield "page labels", _catalog("PageLabels", b"<< /Nums [0 << /P (A) >>] >>")
    yield "bookmarks dropped", _catalog_without("Outlines")
    yield "associated file dropped", _catalog_without("AF")
    yield "form dropped", _catalog_without("AcroForm")
    yield "legal attestation", _catalog("Legal", b"<< >>")
    yield "collection", _catalog("Collection", b"<< /View /T >>")
    yield "extensions with more", _catalog("Extensions", b"<< /X << /Payload (x) >> >>")
    yield "older version", _catalog("Version", b"/1.0")
    yield "map replaced", _attachment_replaced
    yield "map added", _attachment_added
    yield "font widths", _font_changed
    yield "font's text", _text_of_font_changed
    yield "lock changed", _lock_changed
    yield "structure changed", _structure_changed
    yield "bookmark renamed", _outline_changed
    yield "signature's reason changed", _signature_changed
    yield "stamp changed", _stamp_changed
    yield "signature taken out", _signed_field("V", None)
    yield "signature moved", _signed_field("Rect", b"[0 0 10 10]")
    yield "signature hidden", _signed_field("F", b"2")
    yield "signed field renamed", _signed_field("T", b"(Other)")
    yield "signed field's stamp dropped", _signed_field("AP", None)
    yield "signed field's lock dropped", _signed_field("Lock", None)
    yield "signed field's action", _signed_field("AA", b"<< /E " + _JS + b" >>")
    yield "DSS that names a page", _dss_of_pages
    yield "DSS with more", _dss_with_more
    yield "DSS beside an action", _dss_with_action
    yield "time stamp forged", _time_stamp_forged
    yield "nothing changed, saved again", lambda doc: doc.update({})
    yield "object that nothing uses", lambda doc: doc.update({doc.size: b"(for later)"})
    yield "objects freed", lambda doc: doc.update({}, freed=(doc.info,))
    yield "chain that skips signatures", _skips_signatures
    yield "end that points back", _points_back
    yield "no table, readers repair", _without_table
    yield "no chain", lambda doc: doc.update({doc.info: doc.edited(doc.info)}, prev=None)
    yield "hybrid tables", _hybrid
    yield "unknown trailer entry", lambda doc: doc.update({}, trailer={"/X": b"1"})
    yield "encryption claimed", lambda doc: doc.update({}, trailer={"/Encrypt": b"<< >>"})
