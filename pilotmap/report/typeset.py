"""Breaks paragraphs of several styles into lines by the one text measure."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from pilotmap.layout.drawing import TextLine
from pilotmap.layout.text.breaking import shorten
from pilotmap.layout.text.graphemes import graphemes
from pilotmap.layout.text.measure import measure
from pilotmap.layout.text.opportunities import pieces_of
from pilotmap.layout.text.shaping import shape_line
from pilotmap.report.flow import Slice
from pilotmap.report.page import Layer
from pilotmap.report.typography import Style
from pilotmap.report.words import Span

_ROUNDING: Final = 1e-6
_BASELINE_SHARE: Final = 0.36  # of the size, below the middle of the leading: capitals sit centred


class Word(NamedTuple):
    """A piece of text that stays on one line, and its style."""

    text: str
    style: Style


Piece = tuple[Word, ...]


def paragraph_slices(
    spans: tuple[Span, ...], style: Style, width: float, x: float = 0.0
) -> tuple[Slice, ...]:
    """The paragraph's lines, each a slice as high as the style's leading."""
    return tuple(
        Slice(style.leading, tuple(_line_layers(line, style, x)))
        for line in _lines(_pieces(spans, style), width)
    )


def text_line(text: str, style: Style, x: float, y: float, anchor: float = 0.0) -> TextLine:
    """One line whose left end (anchor 0), middle (0.5) or right end (1) is at x, baseline at y."""
    shaped = shape_line(text, style.text_style)
    left = x - anchor * spaced_width(text, style)
    return TextLine(left, y, shaped, style.size, style.weight, style.colour)


def spaced_width(text: str, style: Style) -> float:
    """The width of a line with the style's room between letters."""
    return measure(text, style.text_style) + style.spaced * style.size * len(text)


def text_layer(text: str, style: Style, x: float, y: float, anchor: float = 0.0) -> Layer:
    """One line as a layer, with the style's room between its letters."""
    line = text_line(text, style, x, y, anchor)
    return Layer((line,), letter_space=style.spaced * style.size)


def _pieces(spans: tuple[Span, ...], style: Style) -> Iterator[Piece]:
    """The paragraph cut wherever a line may end, whatever the spans are."""
    letters = [
        (letter, own) for span in spans for own in (_own(span, style),) for letter in span.text
    ]
    at = 0
    for piece in pieces_of("".join(span.text for span in spans)):
        yield tuple(_merged(Word(*each) for each in letters[at : at + len(piece)]))
        at += len(piece)


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
            if part and _width(Word(part + sign, word.style)) > width:
                yield (Word(part, word.style),)
                part = ""
            part += sign
        yield (Word(part, word.style),)


def _visible_width(piece: Piece) -> float:
    last = piece[-1]._replace(text=piece[-1].text.rstrip(" "))
    return sum(_width(word) for word in piece[:-1]) + _width(last)


@lru_cache(maxsize=16384)
def _width(word: Word) -> float:
    return spaced_width(word.text, word.style)


def _line_layers(line: Piece, style: Style, x: float) -> Iterator[Layer]:
    baseline = style.leading / 2 + _BASELINE_SHARE * style.size
    last = line[-1:] and line[-1]._replace(text=line[-1].text.rstrip(" "))
    for word in _merged((*line[:-1], *([last] if last else []))):
        yield text_layer(word.text, word.style, x, baseline)
        x += _width(word)


def _merged(words: Iterable[Word]) -> Iterator[Word]:
    for style, same in groupby(words, key=lambda word: word.style):
        yield Word("".join(word.text for word in same), style)


def shortened(text: str, style: Style, width: float) -> str:
    """The text, or as much of its start as fits with an ellipsis."""
    return shorten(text, style.text_style, width - style.spaced * style.size * len(text))
