"""Breaks paragraphs of several styles into lines by the one text measure."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Box, TextLine
from pilotmap.layout.text.breaking import shorten
from pilotmap.layout.text.direction import (
    directed_alone,
    has_right_to_left,
    levels,
    visual_order,
)
from pilotmap.layout.text.graphemes import graphemes
from pilotmap.layout.text.measure import measure
from pilotmap.layout.text.opportunities import pieces_of
from pilotmap.layout.text.shaping import shape_line
from pilotmap.report.setting.page import Layer, Link, Slice
from pilotmap.report.setting.spans import Leads, Span
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typography import Style

_ROUNDING: Final = 1e-6
_BASELINE_SHARE: Final = 0.36  # of the size, below the middle of the leading: capitals sit centred


class Word(NamedTuple):
    """A piece of text that stays on one line, its style, and what it is part of."""

    text: str
    style: Style
    element: Element | None = None
    leads: Leads | None = None


Piece = tuple[Word, ...]


def paragraph_slices(
    spans: tuple[Span, ...], style: Style, width: float, element: Element, x: float = 0.0
) -> tuple[Slice, ...]:
    """The lines of what the element says, each a slice as high as the style's leading."""
    lines = tuple(_lines(_pieces(spans, style, element), width))
    last = len(lines) - 1
    text_levels = levels("".join(span.text for span in spans))
    slices, begin = [], 0
    for number, line in enumerate(lines):
        end = begin + sum(len(word.text) for word in line)
        words = _seen(_shown(line, goes_on=number < last), text_levels[begin:end])
        slices.append(_set_line(words or (Word("", style, element),), style, x))
        begin = end
    return tuple(slices)


def text_line(text: str, style: Style, x: float, y: float, anchor: float = 0.0) -> TextLine:
    """One line whose left end (anchor 0), middle (0.5) or right end (1) is at x, baseline at y."""
    shaped = shape_line(text, style.text_style)
    left = x - anchor * spaced_width(text, style)
    return TextLine(left, y, shaped, style.size, style.weight, style.colour)


def spaced_width(text: str, style: Style) -> float:
    """The width of a line with the style's room between letters."""
    return measure(text, style.text_style) + style.spaced * style.size * len(text)


def text_layer(
    text: str,
    style: Style,
    x: float,
    y: float,
    anchor: float = 0.0,
    element: Element | None = None,
) -> Layer:
    """One line as a layer, with the style's room between its letters."""
    line = text_line(text, style, x, y, anchor)
    return Layer((line,), letter_space=style.spaced * style.size, element=element)


def _pieces(spans: tuple[Span, ...], style: Style, element: Element) -> Iterator[Piece]:
    """The paragraph cut wherever a line may end, whatever the spans are."""
    letters = [
        (letter, *own)
        for span in spans
        for own in ((_own(span, style), _part(span, element), span.leads),)
        for letter in span.text
    ]
    at = 0
    for piece in pieces_of("".join(span.text for span in spans)):
        yield tuple(_merged(Word(*each) for each in letters[at : at + len(piece)]))
        at += len(piece)


def _part(span: Span, element: Element) -> Element:
    return Element("Link", element, alt=span.leads.about) if span.leads else element


def _own(span: Span, style: Style) -> Style:
    return style._replace(
        size=span.size or style.size,
        weight=span.weight or style.weight,
        colour=span.colour or style.colour,
        family=span.family or style.family,
    )


def _lines(pieces: Iterator[Piece], width: float) -> Iterator[Piece]:
    line: Piece = ()
    used = 0.0
    for whole in pieces:
        for piece in _cut(whole, width):
            if line and used + _visible_width(piece) > width + _ROUNDING:
                yield line
                line, used = (), 0.0
            line = (*line, *piece)
            used += sum(_width(word) for word in piece)
    yield line


def _cut(piece: Piece, width: float) -> Iterator[Piece]:
    """The piece, or as few parts of it as fit where it is wider than the line."""
    if _visible_width(piece) <= width + _ROUNDING:
        yield piece
        return
    for word in piece:
        part = ""
        for sign in graphemes(word.text):
            if part and _width(word._replace(text=part + sign)) > width:
                yield (word._replace(text=part),)
                part = ""
            part += sign
        yield (word._replace(text=part),)


def _visible_width(piece: Piece) -> float:
    last = piece[-1]._replace(text=piece[-1].text.rstrip(" "))
    return sum(_width(word) for word in piece[:-1]) + _width(last)


def _width(word: Word) -> float:
    return spaced_width(word.text, word.style)


def _shown(line: Piece, *, goes_on: bool) -> Piece:
    """The words of a line without the blank at its end, unless that parts it from the next.

    When the lines are read out, the blank parts their words.
    """
    words = tuple(_merged(line))
    if words and not (goes_on and _runs_to_the_right(words)):
        words = (*words[:-1], words[-1]._replace(text=words[-1].text.rstrip(" ")))
    return words


def _runs_to_the_right(words: Piece) -> bool:
    """Whether a blank at the end of a line stands at its right."""
    return not any(has_right_to_left(word.text) for word in words)


def _seen(words: Piece, text_levels: tuple[int, ...]) -> Piece:
    """The words of a line from left to right, cut where their direction changes."""
    if not any(text_levels):
        return words
    parts: list[tuple[Word, int]] = []
    at = 0
    for word in words:
        own = zip(word.text, text_levels[at:], strict=False)
        for level, signs in groupby(own, key=lambda pair: pair[1]):
            text = directed_alone("".join(sign for sign, _ in signs), leftwards=level % 2 == 1)
            parts.append((word._replace(text=text), level))
        at += len(word.text)
    return tuple(parts[place][0] for place in visual_order(tuple(level for _, level in parts)))


def _set_line(words: Piece, style: Style, x: float) -> Slice:
    baseline = style.leading / 2 + _BASELINE_SHARE * style.size
    layers, links = [], []
    for word in words:
        layers.append(text_layer(word.text, word.style, x, baseline, element=word.element))
        long = _width(word)
        if word.leads is not None and word.element is not None:
            box = Box(x, 0, long, style.leading)
            links.append(Link(box, word.leads.target, word.leads.about, word.element))
        x += long
    return Slice(style.leading, tuple(layers), tuple(links))


def _merged(words: Iterable[Word]) -> Iterator[Word]:
    for _, same in groupby(words, key=lambda word: (word.style, id(word.element))):
        first, *others = same
        yield first._replace(text="".join(word.text for word in (first, *others)))


def shortened(text: str, style: Style, width: float) -> str:
    """The text, or as much of its start as fits with an ellipsis."""
    return shorten(text, style.text_style, width - style.spaced * style.size * len(text))
