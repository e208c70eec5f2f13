"""A Drawing alone on a page of its own size."""

from typing import Final

from pilotmap.layout.drawing import Box, Drawing, Rect
from pilotmap.layout.theme import ThemeName
from pilotmap.report.pdf.file import pdf
from pilotmap.report.setting.page import Document, Layer, Page
from pilotmap.report.setting.picture import paint

LONGEST_PAGE: Final = 14_400.0  # points; readers do not have to show more


def drawing_pdf(
    drawing: Drawing, theme_name: ThemeName = "light", title: str = "", scale: float = 1.0
) -> bytes:
    """The drawing alone on a page of its own size."""
    width, height = max(drawing.width * scale, 1.0), max(drawing.height * scale, 1.0)
    ground = Rect(Box(0, 0, width, height), fill="ground")
    page = Page(width, height, (Layer((ground,)), paint(drawing, scale=scale)))
    return pdf(Document(title or "Process map", (page,)), theme_name)
