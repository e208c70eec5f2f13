"""What the Help menu does."""

from typing import Final

from pilotmap.language import N_
from pilotmap.ui.action import Action, always

ACTIONS: Final = (
    Action(
        "shortcuts",
        "Help",
        1,
        N_("All shortcuts"),
        ("?",),
        lambda b: b.sheets.show_shortcuts(),
        always,
        "canvas",
    ),
    Action(
        "help-key",
        "Help",
        1,
        N_("Help with the keyboard"),
        ("F1",),
        lambda b: b.sheets.show_shortcuts(),
        always,
    ),
)
