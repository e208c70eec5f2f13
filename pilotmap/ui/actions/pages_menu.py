"""What shows the pages under the map; a part of the View menu."""

from typing import Final

from pilotmap.language import later
from pilotmap.ui.action import page_action

PAGES: Final = (
    ("findings", later("Findings")),
    ("steps", later("Table of steps")),
    ("handoffs", later("Ledger of handoffs")),
    ("systems", later("Register of systems")),
    ("lanes", later("Register of lanes")),
    ("notes", later("All notes")),
    ("room", later("Who was in the room")),
    ("history", later("History of edits")),
)
"""The pages under the map, in the order of their tabs."""

ACTIONS: Final = tuple(page_action(key, name, words) for key, (name, words) in enumerate(PAGES, 1))
