"""Sentences for what came and went between two versions of a map, and words in them."""

from collections.abc import Mapping
from typing import Final

from pilotmap.language import later

ADDED: Final[Mapping[str, str]] = {
    "lanes": later("The lane {name} was added."),
    "systems": later("The system {name} was added."),
    "steps": later("{name} was added."),
    "flows": later("{name} was connected."),
    "phases": later("The phase {name} was added."),
    "notes": later("The remark {name} was added."),
}
REMOVED: Final[Mapping[str, str]] = {
    "lanes": later("The lane {name} was removed."),
    "systems": later("The system {name} was removed."),
    "steps": later("{name} was removed."),
    "flows": later("{name} is no longer connected."),
    "phases": later("The phase {name} was removed."),
    "notes": later("The remark {name} was removed."),
}

KINDS: Final[Mapping[str, str]] = {
    "team": later("team"),
    "person": later("person"),
    "outside": later("outside"),
    "pain": later("pain"),
    "question": later("question"),
    "note": later("plain note"),
}
"""What kinds of lanes and remarks are called in a sentence."""

ABOUTS: Final[Mapping[str, str]] = {
    "lead_time": later("lead time"),
    "work": later("people’s time"),
    "other": later("something else"),
}
"""What the outcome's number is held against, as a sentence names it."""
