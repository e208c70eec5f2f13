"""What the Go menu does: walking over the map and through the parts of Gate 1."""

from typing import Final

from pilotmap.language import N_
from pilotmap.ui.action import Action, always, on_canvas, part_action
from pilotmap.ui.commands import going
from pilotmap.ui.panels.pages import PAGES

ACTIONS: Final = (
    on_canvas("walk-left", "Go", 1, N_("Step to the left"), ("Left",), going.walk_left),
    on_canvas("walk-right", "Go", 1, N_("Step to the right"), ("Right",), going.walk_right),
    on_canvas("walk-up", "Go", 1, N_("Step above"), ("Up",), going.walk_up),
    on_canvas("walk-down", "Go", 1, N_("Step below"), ("Down",), going.walk_down),
    Action(
        "follow",
        "Go",
        1,
        N_("Along the flow"),
        ("Tab",),
        lambda b: b.present.tab(1),
        always,
        "canvas",
    ),
    Action(
        "follow-back",
        "Go",
        1,
        N_("Back along the flow"),
        ("Shift+Tab",),
        lambda b: b.present.tab(-1),
        always,
        "canvas",
    ),
    Action(
        "deselect",
        "Go",
        1,
        N_("Cancel, or select nothing"),
        ("Esc",),
        lambda b: b.present.escape(),
        always,
        "canvas",
    ),
    *(part_action(page.part) for page in PAGES),
    Action(
        "next-area",
        "Go",
        3,
        N_("Next area of the window"),
        ("F6",),
        lambda b: b.tour.next_area(),
        always,
    ),
    Action(
        "walk-case",
        "Go",
        4,
        N_("Walk one case: go on"),
        ("PgDown",),
        lambda b: b.present.walk.go_on(),
        lambda b: bool(b.session.map.steps),
        "canvas",
    ),
    Action(
        "walk-case-back",
        "Go",
        4,
        N_("Walk one case: go back"),
        ("PgUp",),
        lambda b: b.present.walk.go_back(),
        lambda b: b.present.walk.is_on,
        "canvas",
    ),
)
