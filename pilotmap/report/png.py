"""A Drawing as a PNG, painted by way of the PDF so that both show the same, without Qt."""

from io import BytesIO

import pypdfium2

from pilotmap.layout.drawing import Drawing
from pilotmap.layout.theme import ThemeName
from pilotmap.report.pdf_drawing import drawing_pdf


def png(drawing: Drawing, scale: float = 2.0, theme_name: ThemeName = "light") -> bytes:
    """The picture on its theme's ground, `scale` pixels to the point."""
    with pypdfium2.PdfDocument(drawing_pdf(drawing, theme_name)) as document:
        image = document[0].render(scale=scale).to_pil()
    written = BytesIO()
    dpi = 72 * scale
    image.save(written, "PNG", dpi=(dpi, dpi), optimize=True)
    return written.getvalue()
