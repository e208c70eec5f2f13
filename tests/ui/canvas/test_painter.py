"""The picture on screen is the picture on paper: same glyphs, same places, every theme."""

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.text.shaping import shape_line
from pilotmap.layout.text.style import TextStyle
from pilotmap.layout.theme import ThemeName, theme
from pilotmap.model.map import PilotMap
from pilotmap.report.png import png
from pilotmap.ui.canvas.glyphs import glyph_runs
from pilotmap.ui.canvas.painter import Painter

Pixels = NDArray[np.float64]


@pytest.fixture(scope="module")
def drawing(support_map: PilotMap) -> Drawing:
    return draw_map(support_map)


def painted(drawing: Drawing, scale: float, name: ThemeName = "light") -> QImage:
    image = QImage(
        round(drawing.width * scale), round(drawing.height * scale), QImage.Format.Format_RGB32
    )
    colours = theme(name)
    image.fill(QColor(colours["ground"]))
    painter = QPainter(image)
    painter.scale(scale, scale)
    Painter(drawing, colours).paint(painter, lambda: range(len(drawing.groups)), scale)
    painter.end()
    return image


def grey(image: QImage) -> Pixels:
    grey_image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey_image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width()].astype(float)


def smoothed(pixels: Pixels, size: int) -> Pixels:
    """Means of squares, so that the two programs' own ways to smooth edges do not count."""
    rows, columns = (length // size * size for length in pixels.shape)
    blocks = pixels[:rows, :columns].reshape(rows // size, size, columns // size, size)
    return blocks.mean(axis=(1, 3))


def test_screen_and_paper_agree(qapp: QApplication, drawing: Drawing) -> None:
    ours = painted(drawing, 2.0)
    paper = QImage.fromData(io.BytesIO(png(drawing, scale=2.0)).getvalue())
    assert abs(paper.width() - ours.width()) <= 4
    paper = paper.copy(0, 0, ours.width(), ours.height())
    off = np.abs(smoothed(grey(ours), 6) - smoothed(grey(paper), 6))
    assert off.mean() < 2.0
    assert np.quantile(off, 0.999) < 60


def test_a_line_is_drawn_as_wide_as_it_was_measured(qapp: QApplication) -> None:
    for text in ("Triage AV Tokyo", "waits 14 h · 20 min", "日本語とABC", "שלום abc", "ǅ Ω é"):
        line = shape_line(text, TextStyle(13, 600))
        runs = glyph_runs(line, 13)
        assert len(runs) == len(line.runs)
        last, run = runs[-1], line.runs[-1]
        drawn = last.positions()[-1].x() + run.glyphs[-1].advance * 13
        assert drawn == pytest.approx(line.width, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_theme_paints_on_its_own_ground(
    qapp: QApplication, drawing: Drawing, name: ThemeName
) -> None:
    image = painted(drawing, 1.0, name)
    assert image.pixelColor(image.width() - 3, 3).name() == theme(name)["lane.plain"]
    colours = {image.pixelColor(x, y).name() for x in range(0, 900, 3) for y in range(0, 300, 3)}
    assert theme(name)["ai.badge"] in colours
    assert len(colours) > 20


def test_from_afar_there_are_boxes_and_bars_and_no_letters(
    qapp: QApplication, drawing: Drawing
) -> None:
    near, far = grey(painted(drawing, 1.0)), grey(painted(drawing, 0.2))
    assert far.std() > 5, "something is painted"
    assert abs(smoothed(near, 5).mean() - far.mean()) < 12, "and it weighs about the same"
