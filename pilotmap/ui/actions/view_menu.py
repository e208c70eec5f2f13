"""What the View menu does."""

from typing import Final

from pilotmap.language import later
from pilotmap.ui.action import Action, always, on_canvas, theme_action
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


ACTIONS: Final = (
    Action(
        "with-ai",
        "View",
        1,
        later("With AI"),
        ("Ctrl+T",),
        _switch_view,
        _has_with_ai,
        mark=lambda b: b.session.view == "with-ai",
    ),
    on_canvas("fit", "View", 2, later("Show the whole map"), ("Home",), going.fit),
    Action(
        "actual-size",
        "View",
        2,
        later("100 %"),
        ("Ctrl+0",),
        lambda b: going.actual_size(b.canvas),
        always,
    ),
    Action(
        "zoom-in",
        "View",
        2,
        later("Larger"),
        ("Ctrl++", "Ctrl+="),
        lambda b: going.zoom_in(b.canvas),
        always,
    ),
    Action(
        "zoom-out",
        "View",
        2,
        later("Smaller"),
        ("Ctrl+-",),
        lambda b: going.zoom_out(b.canvas),
        always,
    ),
    *(theme_action(choice, words) for choice, words in THEME_WORDS.items()),
)
