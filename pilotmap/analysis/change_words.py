"""Sentences for what came and went between two versions of a map, and words in them."""

from collections.abc import Mapping
from typing import Final

from pilotmap.language import N_

ADDED: Final[Mapping[str, str]] = {
    "lanes": N_("The lane {name} was added."),
    "systems": N_("The system {name} was added."),
    "steps": N_("{name} was added."),
    "flows": N_("{name} was connected."),
    "phases": N_("The phase {name} was added."),
    "notes": N_("The remark {name} was added."),
}
REMOVED: Final[Mapping[str, str]] = {
    "lanes": N_("The lane {name} was removed."),
    "systems": N_("The system {name} was removed."),
    "steps": N_("{name} was removed."),
    "flows": N_("{name} is no longer connected."),
    "phases": N_("The phase {name} was removed."),
    "notes": N_("The remark {name} was removed."),
}

KINDS: Final[Mapping[str, str]] = {
    "team": N_("team"),
    "person": N_("person"),
    "outside": N_("outside"),
    "pain": N_("pain"),
    "question": N_("question"),
    "note": N_("plain note"),
}
"""What kinds of lanes and remarks are called in a sentence."""

ABOUTS: Final[Mapping[str, str]] = {
    "lead_time": N_("lead time"),
    "work": N_("people’s time"),
    "other": N_("something else"),
}
"""What the outcome's number is held against, as a sentence names it."""
