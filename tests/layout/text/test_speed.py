"""Text is a small part of laying out a map."""

import random
import subprocess
import sys
import time

from pilotmap.layout.text.breaking import break_lines
from pilotmap.layout.text.measure import measure
from pilotmap.layout.text.shaping import shape_line
from pilotmap.layout.text.style import TextStyle
from tests.layout.text.samples import WORDS

NAME, SMALL = TextStyle(12), TextStyle(10)
# Generous beside the measured 1 ms warm and 27 ms with new names, for slow machines.
WARM_S, NEW_NAMES_S = 0.05, 0.5


def lay_out(names: list[str]) -> float:
    """Seconds to break, measure and shape what 1,000 steps show."""
    start = time.perf_counter()
    for number, name in enumerate(names):
        for line in break_lines(name, NAME, 108):
            shape_line(line, NAME)
        measure(WORDS[number % len(WORDS)], SMALL)
        shape_line(f"waits {number % 30} h · {number % 60} min", SMALL)
    return time.perf_counter() - start


def test_a_thousand_steps() -> None:
    draw = random.Random(7)
    names = [" ".join(draw.choices(WORDS, k=draw.randint(2, 6))) for _ in range(1000)]
    assert lay_out(names) < NEW_NAMES_S
    assert lay_out(names) < WARM_S


def test_latin_text_opens_one_face_and_no_table() -> None:
    code = (
        "import sys; from pilotmap.layout.text import *; from pilotmap.layout.text import fonts;"
        "measure('Triage and Zürich', TextStyle(12)); shape_line('Triage', TextStyle(12));"
        "assert fonts.hb_font.cache_info().currsize == 1;"
        "assert fonts._coverage.cache_info().currsize == 0;"
        "assert 'PySide6' not in sys.modules and 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
