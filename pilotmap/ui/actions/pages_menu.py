"""What shows the pages under the map; a part of the View menu."""

from typing import Final

from pilotmap.language import N_
from pilotmap.ui.action import page_action

PAGES: Final = (
    ("findings", N_("Findings")),
    ("steps", N_("Table of steps")),
    ("handoffs", N_("Ledger of handoffs")),
    ("systems", N_("Register of systems")),
    ("lanes", N_("Register of lanes")),
    ("notes", N_("All notes")),
    ("room", N_("Who was in the room")),
    ("history", N_("History of edits")),
)
"""The pages under the map, in the order of their tabs."""

ACTIONS: Final = tuple(page_action(key, name, words) for key, (name, words) in enumerate(PAGES, 1))
