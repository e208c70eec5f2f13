"""Where a seat is signed: an empty field, drawn so that a reader knows what to do with it."""

from typing import Final

from pilotmap.language import N_, tr
from pilotmap.layout.drawing import Box, Rect
from pilotmap.model.signoff import FIELD_NAMES, Seat
from pilotmap.report.setting.page import Layer, SignatureField, Slice
from pilotmap.report.setting.spans import Span
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import paragraph_slices, shortened, text_layer
from pilotmap.report.setting.typography import LABEL, NOTE

FIELD_HEIGHT: Final = 52.0
_ABOVE: Final = 6.0
_INSIDE: Final = 7.0
_HINT: Final = NOTE._replace(size=8.0, leading=11.0)
_HINT_LINES: Final = 2
_ABOUT: Final[dict[Seat, str]] = {
    "operations": N_("Signature of Operations"),
    "it": N_("Signature of IT"),
    "business": N_("Signature of the business stakeholder"),
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
        words += line.moved(0.0, down).layers
    about = tr(_ABOUT[seat])
    field = SignatureField(FIELD_NAMES[seat], box, about, Element("Form", alt=about))
    return Slice(_ABOVE + FIELD_HEIGHT, (frame, *words), fields=(field,))
