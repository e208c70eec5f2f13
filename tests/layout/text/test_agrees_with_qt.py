"""Qt, told not to hint, draws text exactly as wide as it was measured."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication, QRawFont
from PySide6.QtWidgets import QApplication

from pilotmap.layout.text.fonts import FACES, Face, main_face
from pilotmap.layout.text.measure import measure
from pilotmap.layout.text.shaping import PLAIN, shape_line
from pilotmap.layout.text.style import TextStyle
from tests.layout.text.samples import BY_SCRIPT, WORDS

WEIGHTS = (400, 500, 600, 700)
# FreeType cuts each advance and kern to 1/64 pixel; a large size shows kerning, not rounding.
LARGE_PX = 400
PIXEL_PART = 1 / 64


@pytest.fixture(scope="module")
def families(qapp: QApplication) -> Iterator[None]:
    numbers = [QFontDatabase.addApplicationFont(str(face.path)) for face in FACES]
    assert min(numbers) >= 0
    yield
    for number in numbers:
        QFontDatabase.removeApplicationFont(number)


def font_of(face: Face, pixels: int) -> QFont:
    font = QFont(face.family)
    font.setWeight(QFont.Weight(face.weight))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(True)
    return font


@pytest.mark.usefixtures("families")
@pytest.mark.parametrize("face", FACES, ids=lambda face: face.key)
def test_qt_finds_every_face_under_its_names(face: Face) -> None:
    info = QFontInfo(font_of(face, 20))
    assert (info.family(), info.weight()) == (face.family, face.weight)


@pytest.mark.usefixtures("families")
@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("family", ["sans", "mono"])
def test_every_word_is_as_wide_in_qt(family: str, weight: int) -> None:
    metrics = QFontMetricsF(font_of(main_face(family, weight), LARGE_PX))
    words = [word for word in WORDS if PLAIN.fullmatch(word)]
    for text in (*words, " ".join(words[:9]), " ".join(words[9:20])):
        ours = measure(text, TextStyle(LARGE_PX, weight, family))
        assert metrics.horizontalAdvance(text) == pytest.approx(ours, rel=0.0005), text


@pytest.mark.usefixtures("families")
@pytest.mark.parametrize("pixels", [10, 11, 12, 13, 16])
@pytest.mark.parametrize("weight", WEIGHTS)
def test_words_are_as_wide_in_qt_at_the_sizes_of_a_map(weight: int, pixels: int) -> None:
    metrics = QFontMetricsF(font_of(main_face("sans", weight), pixels))
    style = TextStyle(pixels, weight)
    for word in WORDS:
        allowed = PIXEL_PART * (len(word) + 1)
        assert metrics.horizontalAdvance(word) == pytest.approx(measure(word, style), abs=allowed)
    in_qt = sum(metrics.horizontalAdvance(word) for word in WORDS)
    assert in_qt == pytest.approx(sum(measure(word, style) for word in WORDS), rel=0.002)


@pytest.mark.usefixtures("families")
@pytest.mark.parametrize("script", [name for name in BY_SCRIPT if name != "Emoji"])
def test_every_run_is_as_wide_in_qt(script: str) -> None:
    for run in shape_line(BY_SCRIPT[script], TextStyle(LARGE_PX)).runs:
        face = next(face for face in FACES if face.key == run.face_key)
        wide = QFontMetricsF(font_of(face, LARGE_PX)).horizontalAdvance(run.text)
        assert wide == pytest.approx(run.width, rel=0.002, abs=0.5), run.text


@pytest.mark.usefixtures("qapp")
def test_glyph_numbers_are_those_of_the_file() -> None:
    run = shape_line("Triage", TextStyle(12)).runs[0]
    path = str(main_face("sans", 400).path)
    raw = QRawFont(path, 12.5, QFont.HintingPreference.PreferNoHinting)
    assert QGuiApplication.instance() is not None
    assert list(raw.glyphIndexesForString("Triage")) == [glyph.gid for glyph in run.glyphs]
