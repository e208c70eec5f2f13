"""Text is a small part of laying out a map: nothing is shaped, measured or opened twice."""

import random
import subprocess
import sys

from pilotmap.layout.text.breaking import break_lines
from pilotmap.layout.text.measure import measure
from pilotmap.layout.text.shaping import shape_line, width_em
from pilotmap.layout.text.style import TextStyle
from tests.layout.text.samples import WORDS

NAME, SMALL = TextStyle(12), TextStyle(10)
CACHED = (break_lines, shape_line, width_em)


def lay_out(names: list[str]) -> None:
    """Break, measure and shape what 1,000 steps show."""
    for number, name in enumerate(names):
        for line in break_lines(name, NAME, 108):
            shape_line(line, NAME)
        measure(WORDS[number % len(WORDS)], SMALL)
        shape_line(f"waits {number % 30} h · {number % 60} min", SMALL)


def test_the_words_of_a_thousand_steps_are_shaped_once() -> None:
    draw = random.Random(7)
    names = [" ".join(draw.choices(WORDS, k=draw.randint(2, 6))) for _ in range(1000)]
    lay_out(names)
    worked = [function.cache_info().misses for function in CACHED]
    lay_out(names)
    assert [function.cache_info().misses for function in CACHED] == worked


def test_latin_text_opens_one_face_and_no_table() -> None:
    code = (
        "import sys; from pilotmap.layout.text import *;"
        "from pilotmap import glyphs; from pilotmap.layout.text import fonts;"
        "measure('Triage and Zürich', TextStyle(12)); shape_line('Triage', TextStyle(12));"
        "assert fonts.hb_font.cache_info().currsize == 1;"
        "assert glyphs.coverage.cache_info().currsize == 0;"
        "assert 'PySide6' not in sys.modules and 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
