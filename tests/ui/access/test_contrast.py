"""Text stands out from its ground in every theme: 4.5 to 1 in the window and in the picture."""

import re
from collections.abc import Iterator
from itertools import chain

import pytest

from pilotmap.layout.theme import ThemeName
from pilotmap.ui.stylesheet import stylesheet
from pilotmap.ui.theme import window_colours

THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")
TEXT = 4.5
EDGE = 3.0
STRONG = 7.0

WINDOW_GROUNDS = ("surface", "panel", "field", "hover", "ground")
WINDOW_TEXTS = ("ink", "ink.soft", "link", "error", "good", "warning")
PICTURE = {
    "ink": ("ground", "step.fill", "decision.fill", "ai.fill", "lane.head", "lane.tint"),
    "ink.soft": ("ground", "lane.plain", "lane.tint", "lane.head", "step.fill", "decision.fill"),
    "end.ink": ("end.fill",),
    "system.line": ("system.fill",),
    "decision.line": ("ground", "lane.plain", "lane.tint"),
    "handoff.line": ("handoff.fill",),
    "flow.line": ("label.ground",),
    "ai.ink": ("ai.badge",),
    "pain.line": ("pain.fill",),
    "question.line": ("question.fill",),
    "note.line": ("note.fill",),
    "new.line": ("ground",),
    "changed.line": ("ground",),
}
"""What is written on what in the picture of a map."""
# the thin edge of a plain step is none of them: its words and its place tell the step
LINES = ("start.line", "decision.line", "flow.line", "handoff.line", "ai.line")


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak(theme: ThemeName, pairs: Iterator[tuple[str, str]], least: float) -> dict[str, float]:
    colours = window_colours(theme)
    found = {
        f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2)
        for text, ground in pairs
    }
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


def rules(theme: ThemeName) -> Iterator[tuple[str, dict[str, str]]]:
    """The style sheet, rule by rule."""
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet(window_colours(theme))):
        declared = (part.split(":", 1) for part in body.split(";") if ":" in part)
        yield " ".join(selector.split()), {key.strip(): value.strip() for key, value in declared}


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_the_windows_texts_on_its_grounds(theme: ThemeName) -> None:
    pairs = ((text, ground) for text in WINDOW_TEXTS for ground in WINDOW_GROUNDS)
    others = (
        *((text, ground) for text in ("ink.faint",) for ground in ("surface", "panel", "field")),
        ("strong.ink", "strong"),
        ("ai.line", "ai.card"),
        ("ai.line", "ai.fill"),
        ("ink", "ai.card"),
        ("ink.soft", "ai.card"),
        ("ink", "error.fill"),
        ("error", "error.fill"),
        ("surface", "focus"),
        ("ink", "good.fill"),
        ("system.line", "system.fill"),
    )
    assert weak(theme, chain(pairs, iter(others)), TEXT) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_the_words_of_the_picture(theme: ThemeName) -> None:
    pairs = ((text, ground) for text, grounds in PICTURE.items() for ground in grounds)
    assert weak(theme, pairs, TEXT) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lines_that_carry_meaning_and_the_mark_of_the_keyboard(theme: ThemeName) -> None:
    pairs = ((line, "ground") for line in LINES)
    focus = (("focus", ground) for ground in ("surface", "panel", "field", "hover"))
    assert weak(theme, chain(pairs, focus), EDGE) == {}


def test_high_contrast_is_high() -> None:
    pairs = ((text, ground) for text in WINDOW_TEXTS for ground in WINDOW_GROUNDS)
    words = ((text, ground) for text, grounds in PICTURE.items() for ground in grounds)
    assert weak("contrast", chain(pairs, words), STRONG) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_rules_that_set_both_colours_set_readable_ones(theme: ThemeName) -> None:
    both = {
        selector: (declared["color"], declared["background"])
        for selector, declared in rules(theme)
        if declared.keys() >= {"color", "background"} and "disabled" not in selector
    }
    measured = {
        selector: round(contrast(text, ground), 2)
        for selector, (text, ground) in both.items()
        if ground.startswith("#")
    }
    assert len(measured) > 5
    assert {selector for selector, ratio in measured.items() if ratio < TEXT} == set()
