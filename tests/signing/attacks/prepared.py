"""Documents that were prepared before anyone signed them: honest signatures, dishonest pages."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pyhanko.pdf_utils.generic import StreamObject

from pilotmap.report.attachment import attachment
from pilotmap.report.document.material import gathered
from pilotmap.report.edition import edition
from pilotmap.report.pdf.file import pdf
from pilotmap.report.problem_definition import problem_definition, with_its_map
from tests.signing.attacks.raw import Doc, serialized, stream
from tests.signing.files import support

Prepare = Callable[[], bytes]


def rewritten(
    data: bytes, changes: dict[int, bytes], more: dict[int, bytes] | None = None
) -> bytes:
    """A file of one saving, some of its objects exchanged and some added."""
    doc = Doc(data)
    out = bytearray(b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n")
    offsets: dict[int, int] = {}
    for number in sorted({*range(1, doc.size), *(more or {})}):
        body = changes.get(number) or (more or {}).get(number)
        if body is None:
            value = doc.object(number)
            body = serialized(value) if not isinstance(value, StreamObject) else doc.edited(number)
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table, size = len(out), max(offsets) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % offsets[number]
    ids = serialized(doc.reader.trailer["/ID"])
    out += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, doc.root, doc.info, ids, table,
    )  # fmt: skip
    return bytes(out)


def _honest() -> bytes:
    return problem_definition(support())


def other_map() -> bytes:
    """Pages of one map, another map attached."""
    made = with_its_map(gathered(support()), "a4", edition("a4"))
    changed = support().replace(title="Another title")
    return pdf(replace(made, attachments=(attachment(changed, "tier-1-support-triage"),)))


def other_pages() -> bytes:
    """Pages that promise more than the map."""
    data = _honest()
    doc = Doc(data)
    number = int(doc.object(doc.first_page).raw_get("/Contents").idnum)
    return rewritten(data, {number: stream(b"BT /F1 20 Tf 72 400 Td (x) Tj ET")})


def _catalog(key: str, value: bytes) -> Prepare:
    def prepare() -> bytes:
        data = _honest()
        doc = Doc(data)
        return rewritten(data, {doc.root: doc.edited(doc.root, **{key: value})})

    return prepare


def _form(key: str, value: bytes) -> Prepare:
    def prepare() -> bytes:
        data = _honest()
        doc = Doc(data)
        return rewritten(data, {doc.form: doc.edited(doc.form, **{key: value})})

    return prepare


def _field(key: str, value: bytes) -> Prepare:
    def prepare() -> bytes:
        data = _honest()
        doc = Doc(data)
        return rewritten(data, {doc.fields[2]: doc.edited(doc.fields[2], **{key: value})})

    return prepare


def _edition(change: Callable[[dict[str, str]], None] | None) -> Prepare:
    def prepare() -> bytes:
        data = other_pages()
        doc = Doc(data)
        told = json.loads(str(doc.object(doc.info)["/PilotMapEdition"]))
        if change is None:
            return rewritten(data, {doc.info: doc.edited(doc.info, PilotMapEdition=None)})
        change(told)
        text = json.dumps(told).replace("(", "").encode()
        return rewritten(data, {doc.info: doc.edited(doc.info, PilotMapEdition=b"(" + text + b")")})

    return prepare


def _older(told: dict[str, str]) -> None:
    told["generator"] = "0.0.9+0000000000000000"


def _unused_object() -> bytes:
    data = _honest()
    return rewritten(data, {}, {Doc(data).size: b"(hidden)"})


def _overlay() -> bytes:
    """Shadow attack, hide: a picture over the text, to be taken off later."""
    data = _honest()
    doc = Doc(data)
    new, shown = doc.size, doc.size + 1
    annots = doc.entries(doc.first_page).get("/Annots", b"[]").rstrip()
    note = (
        b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 500] /F 4 /AP << /N %d 0 R >> >>" % shown
    )
    form = stream(
        b"1 g 0 0 500 500 re f", Type=b"/XObject", Subtype=b"/Form", BBox=b"[0 0 500 500]"
    )
    page = doc.edited(doc.first_page, Annots=annots[:-1] + b" %d 0 R ]" % new)
    return rewritten(data, {doc.first_page: page}, {new: note, shown: form})


def _text_field() -> bytes:
    """Shadow attack, replace: a text field whose value is exchanged later."""
    data = _honest()
    doc = Doc(data)
    new = doc.size
    fields = doc.entries(doc.form)["/Fields"].rstrip()
    field = b"<< /FT /Tx /T (Budget) /V (1) /Subtype /Widget /Rect [0 0 9 9] >>"
    form = doc.edited(doc.form, Fields=fields[:-1] + b" %d 0 R ]" % new)
    return rewritten(data, {doc.form: form}, {new: field})


def _saved_by_qpdf(*options: str) -> Prepare:
    def prepare() -> bytes:
        with TemporaryDirectory() as folder:
            source, target = Path(folder) / "a.pdf", Path(folder) / "b.pdf"
            source.write_bytes(_honest())
            subprocess.run(
                ["qpdf", *options, str(source), str(target)], check=True, capture_output=True
            )
            return target.read_bytes()

    return prepare


def _comment_inside() -> bytes:
    data = _honest()
    at = data.rindex(b"xref\n0 ")
    moved = data[:at] + b"% hidden\n" + data[at:]
    return re.sub(rb"startxref\n\d+", b"startxref\n%d" % (at + 9), moved)


def _saved_before() -> bytes:
    data = _honest()
    doc = Doc(data)
    return doc.update({doc.info: doc.edited(doc.info, Author=b"(x)")})


def documents() -> Iterator[tuple[str, str, Prepare]]:
    """Bases with the verdict that they must get, however many sign them."""
    yield "another map attached", "reject", other_map
    yield "other pages", "reject", other_pages
    yield "other pages, said to be of an older version", "incomplete", _edition(_older)
    yield "other pages, made by nobody", "reject", _edition(None)
    yield "picture over the text", "reject", _overlay
    yield "text field", "reject", _text_field
    yield "object that nothing uses", "reject", _unused_object
    yield "optional content", "reject", _catalog("OCProperties", b"<< /OCGs [] /D << >> >>")
    yield "action on opening", "reject", _catalog("OpenAction", b"[0 /Fit]")
    yield "another language", "reject", _catalog("Lang", b"(de)")
    yield "certification", "reject", _catalog("Perms", b"<< >>")
    yield "NeedAppearances", "reject", _form("NeedAppearances", b"true")
    yield "default appearance", "reject", _form("DA", b"(/Helv 0 Tf 0 g)")
    yield "field without a lock", "reject", _field("Lock", b"<< /Action /All >>")
    yield "field elsewhere", "reject", _field("Rect", b"[0 0 595 842]")
    yield "comment between objects", "reject", _comment_inside
    yield "saved again before signing", "reject", _saved_before
    if shutil.which("qpdf"):
        yield "saved by qpdf", "reject", _saved_by_qpdf()
        yield "saved by qpdf, linearized", "reject", _saved_by_qpdf("--linearize")
        yield "saved by qpdf, object streams", "reject", _saved_by_qpdf("--object-streams=generate")
        yield "encrypted", "reject", _saved_by_qpdf("--encrypt", "", "x", "256", "--")
