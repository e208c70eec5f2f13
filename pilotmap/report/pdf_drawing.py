"""A Drawing on a page of a PDF."""

from typing import Final

from pilotmap.layout.drawing import Box, Drawing, Rect
from pilotmap.layout.theme import ThemeName
from pilotmap.report.page import Document, Layer, Page
from pilotmap.report.pdf_file import pdf

LONGEST_PAGE: Final = 14_400.0  # points; readers do not have to show more


def paint(
    drawing: Drawing, x: float = 0.0, y: float = 0.0, scale: float = 1.0, clip: Box | None = None
) -> Layer:
    """The drawing as a layer of a page, its upper left corner at x and y."""
    primitives = tuple(each for group in drawing.groups for each in group.primitives)
    return Layer(primitives, x, y, scale, clip)


def drawing_pdf(
    drawing: Drawing, theme_name: ThemeName = "light", title: str = "", scale: float = 1.0
) -> bytes:
    """The drawing alone on a page of its own size."""
    width, height = max(drawing.width * scale, 1.0), max(drawing.height * scale, 1.0)
    ground = Rect(Box(0, 0, width, height), fill="ground")
    page = Page(width, height, (Layer((ground,)), paint(drawing, scale=scale)))
    return pdf(Document(title or "Process map", (page,)), theme_name)
