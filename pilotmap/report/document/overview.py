"""All of a folded map at a glance: its shape without words, and which part is where."""

from typing import Final

from pilotmap.language import tr
from pilotmap.layout.drawing import Drawing, Polyline, Primitive, TextLine
from pilotmap.report.setting.page import Layer, Slice
from pilotmap.report.setting.strips import Fitted
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import text_layer, text_line
from pilotmap.report.setting.typography import LABEL, NOTE

OVERVIEW_WORDS: Final = 28.0
_WORDS: Final = NOTE._replace(size=8.25)
_APART: Final = 4.0
_NUMBER: Final = LABEL._replace(size=8.0)


def overview(drawing: Drawing, fitted: Fitted) -> Slice:
    """The shape of the whole map, however small, under the numbers of its parts."""
    scale, strips = fitted.overview_scale, fitted.folding.strips
    said = tr("The whole map at a glance, too small for words: its parts follow")
    shapes: list[Primitive] = [
        part
        for group in drawing.groups
        for part in group.primitives
        if not isinstance(part, TextLine)
    ]
    height = drawing.height * scale
    layers = [
        text_layer(said, _WORDS, 0, 8.5, element=Element("P")),
        Layer(tuple(shapes), y=OVERVIEW_WORDS, scale=scale),
    ]
    reach = 0.0
    for number, strip in enumerate(strips, 1):
        low, high = strip.low * scale, strip.high * scale
        middle, y = (low + high) / 2, OVERVIEW_WORDS - 3
        bracket = Polyline(((low + 1, y), (high - 1, y)), "ink.soft", 1.0)
        words = text_line(f"{number}", _NUMBER, middle, y - 3.5, 0.5)
        cut = Polyline(((high, y), (high, OVERVIEW_WORDS + height)), "ink.soft", 0.6, dash=(2, 2))
        marks: tuple[Primitive, ...] = (bracket,) if number == len(strips) else (bracket, cut)
        # of narrow parts only some are numbered
        if words.x > reach:
            marks = (*marks, words)
            reach = words.x + words.shaped.width + _APART
        layers.append(Layer(marks))
    return Slice(height + OVERVIEW_WORDS, tuple(layers))
