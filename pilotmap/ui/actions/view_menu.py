"""What the View menu does."""

from typing import Final

from pilotmap.language import N_
from pilotmap.ui.action import Action, always, on_canvas, theme_action
from pilotmap.ui.canvas.sheet import can_be_folded
from pilotmap.ui.comfort import WHEEL_WORDS, Wheel
from pilotmap.ui.commands import going
from pilotmap.ui.theme import THEME_WORDS
from pilotmap.ui.workbench import Workbench


def _has_with_ai(bench: Workbench) -> bool:
    # asked after every key stroke, so it must not derive anything
    pilot = bench.session.map.pilot
    chosen = pilot.step is not None and pilot.mode is not None
    return chosen or bench.session.view == "with-ai"


def _switch_view(bench: Workbench) -> None:
    bench.session.set_view("today" if bench.session.view == "with-ai" else "with-ai")


def _wheel_action(does: Wheel, words: str) -> Action:
    return Action(
        f"wheel-{does}",
        "View",
        5,
        words,
        (),
        lambda b: b.comfort.set_wheel(does),
        always,
        mark=lambda b: b.comfort.wheel == does,
    )


ACTIONS: Final = (
    Action(
        "with-ai",
        "View",
        1,
        N_("With AI"),
        ("Ctrl+T",),
        _switch_view,
        _has_with_ai,
        mark=lambda b: b.session.view == "with-ai",
    ),
    on_canvas("fit", "View", 2, N_("Show the whole map"), ("Home",), going.fit),
    Action(
        "fold",
        "View",
        2,
        N_("Fold into strips"),
        ("Z",),
        lambda b: b.comfort.set_folds(folds=not b.canvas.picture.folds.wanted),
        lambda b: can_be_folded(len(b.session.map.steps)),
        "canvas",
        mark=lambda b: b.canvas.picture.folds.wanted,
    ),
    Action(
        "actual-size",
        "View",
        2,
        N_("100 %"),
        ("Ctrl+0",),
        lambda b: going.actual_size(b.canvas),
        always,
    ),
    Action(
        "zoom-in",
        "View",
        2,
        N_("Larger"),
        ("Ctrl++", "Ctrl+="),
        lambda b: going.zoom_in(b.canvas),
        always,
    ),
    Action(
        "zoom-out",
        "View",
        2,
        N_("Smaller"),
        ("Ctrl+-",),
        lambda b: going.zoom_out(b.canvas),
        always,
    ),
    Action(
        "minimap",
        "View",
        2,
        N_("Small map"),
        ("M",),
        lambda b: b.comfort.set_minimap(shown=not b.comfort.shows_minimap),
        always,
        "canvas",
        mark=lambda b: b.comfort.shows_minimap,
    ),
    Action(
        "outline",
        "View",
        3,
        N_("Outline"),
        ("Ctrl+L",),
        lambda b: b.outline.switch(),
        always,
        mark=lambda b: not b.outline.isHidden(),
    ),
    Action(
        "present",
        "View",
        3,
        N_("Present"),
        ("F5",),
        lambda b: b.present.room.switch(),
        always,
        mark=lambda b: b.present.room.is_on,
    ),
    Action(
        "blank",
        "View",
        3,
        N_("Blank screen, while presenting"),
        (".",),
        lambda b: b.present.room.blank(),
        lambda b: b.present.room.is_on,
        "canvas",
    ),
    *(_wheel_action(does, words) for does, words in WHEEL_WORDS.items()),
    Action(
        "less-motion",
        "View",
        5,
        N_("Less motion"),
        (),
        lambda b: b.comfort.set_less_motion(less=not b.comfort.less_motion),
        always,
        mark=lambda b: b.comfort.less_motion,
    ),
    *(theme_action(choice, words) for choice, words in THEME_WORDS.items()),
)
