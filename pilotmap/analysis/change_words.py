"""Sentences for what came and went between two versions of a map."""

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
