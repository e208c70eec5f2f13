"""The three empty signature fields of a document, one a seat, as objects of its file.

The fields belong to the first revision and are all that the form holds. PDF/A asks for an
appearance of each, which is blank until it is signed. Signers that are built on poppler free the
blank one when they paint their own, and number the new one so that a strict parser refuses the
file: unless another annotation still shows the blank one. So the links share it.
"""

from typing import Any, Final, NamedTuple

from pilotmap.model.signoff import FIELD_NAMES, SEATS
from pilotmap.report.pdf.objects import Objects, array, dictionary, name, numbers, stream, string
from pilotmap.report.setting.page import Page, SignatureField

_PRINTED: Final = 4
_NO_CHANGE_BUT_SIGNING: Final = 2


class PlacedField(NamedTuple):
    """A field in the file: its widget, and where that stands."""

    field: SignatureField
    widget: Any
    reference: Any


class SignatureForm:
    """The form under construction: its fields, and nothing a reader could take for a default."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._blank = blank_appearance()
        self.placed: list[PlacedField] = []

    def appearance(self) -> Any:
        """What shows nothing, for annotations that are seen by what is around them."""
        return dictionary({"N": self._objects.reference(self._blank)})

    def place(self, page: Page, made: Any) -> tuple[PlacedField, ...]:
        """The page's fields; `made` is the page's own object."""
        on_page = tuple(self._place(field, page, made) for field in page.fields)
        self.placed += on_page
        return on_page

    def form(self) -> Any:
        """A reference to the form."""
        fields = array(*(each.reference for each in self.placed))
        return self._objects.reference(dictionary({"Fields": fields}))

    def _place(self, field: SignatureField, page: Page, made: Any) -> PlacedField:
        box = field.box
        widget = dictionary(
            {
                "Type": name("Annot"),
                "Subtype": name("Widget"),
                "FT": name("Sig"),
                "T": string(field.name),
                "TU": string(field.about),
                "F": _PRINTED,
                "Rect": numbers(box.x, page.height - box.bottom, box.right, page.height - box.y),
                "P": self._objects.reference(made),
                "Lock": self._objects.reference(_lock()),
                "AP": self.appearance(),
            }
        )
        return PlacedField(field, widget, self._objects.reference(widget))


def blank_appearance() -> Any:
    """A form that paints nothing."""
    empty = dictionary({})
    return stream(
        b"",
        Type=name("XObject"),
        Subtype=name("Form"),
        BBox=numbers(0, 0, 1, 1),
        Resources=empty,
    )


def _lock() -> Any:
    """Once signed, only the three fields may still change, and only by being signed."""
    return dictionary(
        {
            "Type": name("SigFieldLock"),
            "Action": name("Exclude"),
            "Fields": array(*(string(FIELD_NAMES[seat]) for seat in SEATS)),
            "P": _NO_CHANGE_BUT_SIGNING,
        }
    )
