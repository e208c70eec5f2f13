"""A signer who changes the document in the very saving that carries their signature."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    pdf_name,
    pdf_string,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import NoOpStampStyle

from pilotmap.model.signoff import FIELD_NAMES, SEATS, Seat
from tests.signing.files import identity

Evil = Callable[[IncrementalPdfFileWriter, Any], None]
"""What is done to the document, and to the signer's own field."""


def dishonest(data: bytes, seat: Seat, evil: Evil, **more: Any) -> bytes:
    """The data signed for a seat, with what the signer did beside it."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    field = writer.root["/AcroForm"]["/Fields"][SEATS.index(seat)]
    evil(writer, field)
    about = PdfSignatureMetadata(
        field_name=FIELD_NAMES[seat], subfilter=SigSeedSubFilter.PADES, **more
    )
    out = BytesIO()
    signer = PdfSigner(about, signer=identity(seat).signer, stamp_style=NoOpStampStyle())
    signer.sign_pdf(writer, output=out)
    return out.getvalue()


def _dict(**entries: Any) -> DictionaryObject:
    return DictionaryObject({pdf_name(f"/{key}"): value for key, value in entries.items()})


def _page(writer: Any) -> Any:
    return writer.find_page_for_modification(0)[0].get_object()


def _shown(writer: Any, text: bytes = b"BT /F1 20 Tf (x) Tj ET") -> Any:
    form = _dict(
        Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"),
        BBox=ArrayObject(map(NumberObject, (0, 0, 100, 100))),
    )  # fmt: skip
    return writer.add_object(StreamObject(form, stream_data=text))


def _content(writer: Any, _: Any) -> None:
    page = _page(writer)
    page["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)


def _content_in_place(writer: Any, _: Any) -> None:
    reference = _page(writer).raw_get("/Contents").reference
    writer.objects[(0, reference.idnum)] = StreamObject(stream_data=b"BT ET")


def _annotation(writer: Any, _: Any) -> None:
    page = _page(writer)
    note = _dict(
        Type=pdf_name("/Annot"), Subtype=pdf_name("/FreeText"), F=NumberObject(4),
        Rect=ArrayObject(map(NumberObject, (0, 0, 500, 800))), AP=_dict(N=_shown(writer)),
    )  # fmt: skip
    page.setdefault(pdf_name("/Annots"), ArrayObject())
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])


def _title(writer: Any, _: Any) -> None:
    info = writer.trailer["/Info"]
    info["/Title"] = pdf_string("Another title")
    writer.update_container(info)


def _map(writer: Any, _: Any) -> None:
    reference = writer.root["/AF"][0]["/EF"].raw_get("/F").reference
    body = StreamObject(_dict(Type=pdf_name("/EmbeddedFile")), stream_data=b"{}")
    writer.objects[(0, reference.idnum)] = body


def _extra_field(writer: Any, _: Any) -> None:
    field = _dict(FT=pdf_name("/Tx"), T=pdf_string("Budget"), V=pdf_string("2"))
    form = writer.root["/AcroForm"]
    form["/Fields"].append(writer.add_object(field))
    writer.update_container(form["/Fields"])


def _two_fields(writer: Any, _: Any) -> None:
    other = writer.root["/AcroForm"]["/Fields"][2]
    other["/V"] = writer.add_object(_dict(Type=pdf_name("/Sig"), Name=pdf_string("Business")))
    writer.update_container(other)


def _other_moved(writer: Any, _: Any) -> None:
    other = writer.root["/AcroForm"]["/Fields"][2]
    other["/Rect"] = ArrayObject(map(NumberObject, (0, 0, 600, 800)))
    writer.update_container(other)


def _own(key: str, value: Callable[[Any], Any]) -> Evil:
    def evil(writer: Any, field: Any) -> None:
        field[pdf_name(key)] = value(writer)
        writer.update_container(field)

    return evil


def _own_without(key: str) -> Evil:
    def evil(writer: Any, field: Any) -> None:
        del field[key]
        writer.update_container(field)

    return evil


def _hidden_object(writer: Any, _: Any) -> None:
    writer.add_object(pdf_string("for a later switch"))


def _catalog(key: str, value: Callable[[Any], Any]) -> Evil:
    def evil(writer: Any, _: Any) -> None:
        writer.root[pdf_name(key)] = value(writer)
        writer.update_root()

    return evil


def _stamp(**more: Callable[[Any], Any]) -> Evil:
    """A stamp whose drawing has entries that it must not have."""

    def evil(writer: Any, field: Any) -> None:
        reference = _shown(writer)
        drawing = reference.get_object()
        for key, value in more.items():
            drawing[pdf_name(f"/{key}")] = value(writer)
        field[pdf_name("/AP")] = _dict(N=reference)
        writer.update_container(field)

    return evil


def _action(_: Any) -> DictionaryObject:
    return _dict(S=pdf_name("/JavaScript"), JS=pdf_string("app.alert(1)"))


def _rect(_: Any) -> ArrayObject:
    return ArrayObject(map(NumberObject, (0, 0, 595, 842)))


def evils() -> Iterator[tuple[str, Evil]]:
    """What a dishonest signer does; each must be refused."""
    yield "page content exchanged", _content
    yield "page content rewritten", _content_in_place
    yield "annotation", _annotation
    yield "title", _title
    yield "attached map", _map
    yield "extra field", _extra_field
    yield "second field filled without a signature", _two_fields
    yield "another's field moved", _other_moved
    yield "own field over the page", _own("/Rect", _rect)
    yield "own field renamed", _own("/T", lambda _: pdf_string("Business"))
    yield "own field's tooltip", _own("/TU", lambda _: pdf_string("Signature of the board"))
    yield "own field hidden", _own("/F", lambda _: NumberObject(2))
    yield "own field with an action", _own("/AA", lambda w: _dict(E=_action(w)))
    yield "own field clickable", _own("/A", _action)
    yield "own field with a menu", _own("/MK", lambda _: _dict(CA=pdf_string("x")))
    yield "own field with children", _own("/Kids", lambda _: ArrayObject())
    yield "own field's lock dropped", _own_without("/Lock")
    yield "own field's lock loosened", _own("/Lock", lambda _: _dict(Action=pdf_name("/All")))
    yield "object for later", _hidden_object
    yield "action on opening", _catalog("/OpenAction", _action)
    yield "certification", _catalog("/Perms", lambda _: _dict())
    yield "optional content", _catalog("/OCProperties", lambda _: _dict(OCGs=ArrayObject()))
    yield "form wants appearances", _form_entry
    yield (
        "stamp with optional content",
        _stamp(OC=lambda w: w.add_object(_dict(Type=pdf_name("/OCG")))),
    )
    yield "stamp from another file", _stamp(F=lambda _: pdf_string("http://x.example/stamp"))
    yield "stamp that is another document's page", _stamp(Ref=lambda _: _dict(Page=NumberObject(0)))
    yield "stamp that names what is not there", _stamp(Resources=_dangling)


def _form_entry(writer: Any, _: Any) -> None:
    form = writer.root["/AcroForm"]
    form[pdf_name("/DA")] = pdf_string("/Helv 0 Tf 0 g")
    writer.update_container(form)


def _dangling(writer: Any) -> DictionaryObject:
    reference = writer.allocate_placeholder()
    writer._allocated_placeholders.discard(reference.reference)
    return _dict(XObject=_dict(X=reference))
