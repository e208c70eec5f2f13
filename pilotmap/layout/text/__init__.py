"""The one text engine: what it measures is what the screen, the PDF and SVG draw.

`shaping` turns a line into glyphs of the bundled `fonts`, right to left where it runs that way;
`measure` says how wide it is, `breaking` where it may go on in another line and how it is
shortened.
"""

from pilotmap.layout.text.breaking import ELLIPSIS, break_lines, shorten
from pilotmap.layout.text.fonts import FACES, Face, face, main_face
from pilotmap.layout.text.measure import ascent, cap_height, descent, line_height, measure
from pilotmap.layout.text.shaping import Glyph, ShapedLine, TextRun, shape_line
from pilotmap.layout.text.style import Family, TextStyle, Weight

__all__ = [
    "ELLIPSIS",
    "FACES",
    "Face",
    "Family",
    "Glyph",
    "ShapedLine",
    "TextRun",
    "TextStyle",
    "Weight",
    "ascent",
    "break_lines",
    "cap_height",
    "descent",
    "face",
    "line_height",
    "main_face",
    "measure",
    "shape_line",
    "shorten",
]
