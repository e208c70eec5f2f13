"""The three empty signature fields of a document, one a seat, as objects of its file.

The fields belong to the first revision and are all that the form holds. PDF/A asks for an
appearance of each, which is blank until it is signed. Signers that are built on poppler free the
blank one when they paint their own, and number the new one so that a strict parser refuses the
file: unless another annotation still shows the blank one. So the links share it.
"""

from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from pilotmap.layout.drawing import Box
from pilotmap.model.signoff import FIELD_NAMES, SEATS
from pilotmap.report.setting.page import SignatureField

_PRINTED: Final = 4
_NO_CHANGE_BUT_SIGNING: Final = 2


def blank_appearance(file: Pdf) -> Object:
    """What shows nothing, for annotations that are seen by what is around them."""
    return file.make_stream(
        b"",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 1, 1]),
        Resources=Dictionary(),
    )


def widget(file: Pdf, field: SignatureField, box: Box, page: Object, blank: Object) -> Object:
    """A field with its place in the page's points, y upwards."""
    return file.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(field.name),
            TU=String(field.about),
            F=_PRINTED,
            Rect=Array([box.x, box.y, box.right, box.bottom]),
            P=page,
            Lock=file.make_indirect(_lock()),
            AP=Dictionary(N=blank),
        )
    )


def _lock() -> Dictionary:
    """Once signed, only the three fields may still change, and only by being signed."""
    return Dictionary(
        Type=Name.SigFieldLock,
        Action=Name.Exclude,
        Fields=Array([String(FIELD_NAMES[seat]) for seat in SEATS]),
        P=_NO_CHANGE_BUT_SIGNING,
    )
