"""The PNG: the size asked for, the light ground, the ink where the drawing has it."""

import io

import pytest
from PIL import Image

from pilotmap.layout.draw import draw_map
from pilotmap.layout.drawing import Box, Drawing, Geometry, Group, Rect
from pilotmap.layout.theme import theme
from pilotmap.model.map import PilotMap
from pilotmap.report.png import MOST_PIXELS, png


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def square(width: float, height: float) -> Drawing:
    box = Box(10, 10, width - 20, height - 20)
    group = Group("s1", "step", box, (Rect(box, fill="ai.badge"),))
    return Drawing(Geometry(width, height, (), (), ()), (group,))


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_the_picture_has_the_size_asked_for(support_map: PilotMap, scale: float) -> None:
    drawing = draw_map(support_map)
    image = opened(png(drawing, scale))
    assert image.width == pytest.approx(drawing.width * scale, abs=1)
    assert image.height == pytest.approx(drawing.height * scale, abs=1)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_ground_and_shapes_have_the_themes_colours(name: str) -> None:
    image = opened(png(square(200, 100), 1.0, name))  # type: ignore[arg-type]
    colours = theme(name)  # type: ignore[arg-type]
    assert image.getpixel((2, 2)) == rgb(colours["ground"])
    assert image.getpixel((100, 50)) == rgb(colours["ai.badge"])
    assert image.getpixel((195, 95)) == rgb(colours["ground"])


def test_a_picture_beyond_any_screen_is_made_smaller_not_refused() -> None:
    image = opened(png(square(40_000, 3_000), 2.0))
    assert image.width * image.height <= MOST_PIXELS
    assert image.width / image.height == pytest.approx(40 / 3, rel=0.01)
    assert image.getpixel((image.width // 2, image.height // 2)) == rgb(theme("light")["ai.badge"])
