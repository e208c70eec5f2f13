"""The three empty signature fields of a document, one a seat: drawn, placed, and put in the file.

The fields belong to the first revision and are all that the form holds. PDF/A asks for an
appearance of each, which is blank until it is signed. Signers that are built on poppler free the
blank one when they paint their own, and number the new one so that a strict parser refuses the
file: unless another annotation still shows the blank one. So the links share it.
"""

from dataclasses import replace
from typing import Any, Final, NamedTuple

from pilotmap.language import later, tr
from pilotmap.layout.drawing import Box, Rect
from pilotmap.model.signoff import FIELD_NAMES, SEATS, Seat
from pilotmap.report.flow import Slice
from pilotmap.report.page import Layer, Page, SignatureField
from pilotmap.report.pdf_objects import Objects, array, dictionary, name, numbers, stream, string
from pilotmap.report.structure import Element
from pilotmap.report.typeset import paragraph_slices, shortened, text_layer
from pilotmap.report.typography import LABEL, NOTE
from pilotmap.report.words import Span

FIELD_HEIGHT: Final = 52.0
_ABOVE: Final = 6.0
_INSIDE: Final = 7.0
_PRINTED: Final = 4
_NO_CHANGE_BUT_SIGNING: Final = 2
_HINT: Final = NOTE._replace(size=8.0, leading=11.0)
_HINT_LINES: Final = 2
_ABOUT: Final[dict[Seat, str]] = {
    "operations": later("Signature of Operations"),
    "it": later("Signature of IT"),
    "business": later("Signature of the business stakeholder"),
}


def field_slice(seat: Seat, width: float, x: float) -> Slice:
    """Room for a seat's signature, with what the reader is to do with it."""
    box = Box(x, _ABOVE, width, FIELD_HEIGHT)
    frame = Layer((Rect(box, line="step.line", line_width=0.6, radius=3.0),))
    inside = width - 2 * _INSIDE
    label = shortened(tr("Signature field"), LABEL, inside)
    words = [text_layer(label, LABEL, x + _INSIDE, _ABOVE + 14.0, element=Element("P"))]
    hint = (Span(tr("Sign here in PilotMap, or in a PDF reader")),)
    lines = paragraph_slices(hint, _HINT, inside, Element("P"), x=x + _INSIDE)
    for at, line in enumerate(lines[:_HINT_LINES]):
        down = _ABOVE + 17.0 + at * _HINT.leading
        words += [replace(each, y=each.y + down) for each in line.layers]
    about = tr(_ABOUT[seat])
    field = SignatureField(FIELD_NAMES[seat], box, about, Element("Form", alt=about))
    return Slice(_ABOVE + FIELD_HEIGHT, (frame, *words), fields=(field,))


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
