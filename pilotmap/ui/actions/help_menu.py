"""What the Help menu does."""

from typing import Final

from pilotmap.language import later
from pilotmap.ui.action import Action, always

ACTIONS: Final = (
    Action(
        "shortcuts",
        "Help",
        1,
        later("All shortcuts"),
        ("?",),
        lambda b: b.sheets.show_shortcuts(),
        always,
        "canvas",
    ),
    Action(
        "help-key",
        "Help",
        1,
        later("Help with the keyboard"),
        ("F1",),
        lambda b: b.sheets.show_shortcuts(),
        always,
    ),
)
