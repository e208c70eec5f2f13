"""The guide and what greets a person; a part of the Help menu."""

from typing import Final

from pilotmap.language import N_
from pilotmap.ui.action import Action, always

ACTIONS: Final = (
    Action(
        "guide",
        "Help",
        2,
        N_("Guide through a session"),
        ("Ctrl+G",),
        lambda b: b.guide.switch(),
        always,
        mark=lambda b: b.guide.is_open,
    ),
    Action(
        "guide-next",
        "Help",
        2,
        N_("Next pass of the guide"),
        ("Ctrl+PgDown",),
        lambda b: b.guide.go(1),
        always,
    ),
    Action(
        "guide-back",
        "Help",
        2,
        N_("Pass before in the guide"),
        ("Ctrl+PgUp",),
        lambda b: b.guide.go(-1),
        always,
    ),
    Action(
        "walk-through",
        "Help",
        3,
        N_("Five-minute walk-through"),
        (),
        lambda b: b.welcome.start_walk(),
        always,
    ),
    Action(
        "start-page",
        "Help",
        3,
        N_("Start page"),
        (),
        lambda b: b.welcome.show(),
        always,
    ),
    Action(
        "settings",
        "File",
        5,
        N_("Settings"),
        ("Ctrl+,",),
        lambda b: b.sheets.show_settings(),
        always,
    ),
)
