"""A Drawing as a PNG, painted by way of the PDF so that both show the same, without Qt."""

from io import BytesIO
from math import sqrt
from typing import Final

import pypdfium2

from pilotmap.layout.drawing import Drawing
from pilotmap.layout.theme import ThemeName
from pilotmap.report.pdf.drawing import LONGEST_PAGE, drawing_pdf

MOST_PIXELS: Final = 60_000_000


def png(drawing: Drawing, scale: float = 2.0, theme_name: ThemeName = "light") -> bytes:
    """The picture on its theme's ground, `scale` pixels to the point.

    A picture of more than 60 million pixels, which few programs open, is made smaller.
    """
    area = max(drawing.width * drawing.height, 1.0)
    fitting = min(scale, sqrt(MOST_PIXELS * 0.99 / area))
    paper = min(1.0, LONGEST_PAGE / max(drawing.width, drawing.height, 1.0))
    with pypdfium2.PdfDocument(drawing_pdf(drawing, theme_name, scale=paper)) as document:
        image = document[0].render(scale=fitting / paper).to_pil()
    written = BytesIO()
    image.save(written, "PNG", dpi=(72 * fitting, 72 * fitting))
    return written.getvalue()
