"""The parts of Gate 1: what a field, a rule, a page and a button of the path belong to."""

from enum import IntEnum
from typing import Final

from pilotmap.language import N_


class Part(IntEnum):
    """A part by its number, in the order in which a person goes through them."""

    OUTCOME = 1
    PROCESS = 2
    AI_STEP = 3
    TOGETHER = 4
    SIGN_OFF = 5

    @property
    def title(self) -> str:
        """What it is called, not yet in the language spoken."""
        return _TITLES[self]


_TITLES: Final = {
    Part.OUTCOME: N_("Outcome"),
    Part.PROCESS: N_("Process map"),
    Part.AI_STEP: N_("AI step"),
    Part.TOGETHER: N_("Working together"),
    Part.SIGN_OFF: N_("Sign-off"),
}
