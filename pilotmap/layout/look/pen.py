"""Small makers of primitives that every part of the look uses."""

from pilotmap.layout.content import Words
from pilotmap.layout.drawing import Box, Point, TextLine
from pilotmap.layout.text import TextStyle, shape_line
from pilotmap.layout.theme import Role


def moved(box: Box, x: float, y: float) -> Box:
    """The box, shifted."""
    return Box(box.x + x, box.y + y, box.w, box.h)


def text_line(words: Words, x: float, y: float, colour: Role) -> TextLine:
    """One line of text with its anchor at a place shifted by x and y."""
    return line_at(words.text, words.x + x, words.y + y, words.style, colour, words.anchor)


def line_at(
    text: str, x: float, y: float, style: TextStyle, colour: Role, anchor: str = "start"
) -> TextLine:
    """One line of text: x is its start, middle or end by the anchor, y its baseline."""
    shaped = shape_line(text, style)
    if anchor == "middle":
        x -= shaped.width / 2
    elif anchor == "end":
        x -= shaped.width
    return TextLine(x, y, shaped, style.size_pt, style.weight, colour)


def diamond(box: Box) -> tuple[Point, ...]:
    """The four corners of a diamond that fills the box, from the left one."""
    x, y = box.centre
    return ((box.x, y), (x, box.y), (box.right, y), (x, box.bottom))


def arrow_head(tip: Point, before: Point, size: float) -> tuple[Point, ...]:
    """A head whose tip ends a line that comes from `before`."""
    (x, y), (from_x, from_y) = tip, before
    half = size / 2
    if abs(from_x - x) > abs(from_y - y):
        back = x - size if from_x < x else x + size
        return ((x, y), (back, y - half), (back, y + half))
    back = y - size if from_y < y else y + size
    return ((x, y), (x - half, back), (x + half, back))
