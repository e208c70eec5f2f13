"""The walk-through: a few things to do on a real map, each seen to be done by what it changes."""

from collections.abc import Callable
from typing import Final, NamedTuple

from pilotmap.language import N_
from pilotmap.model.map import PilotMap

SAMPLE: Final = "tier1-support.pilotmap.json"
_LOG, _TRIAGE, _THANK = "log", "triage", "thank the customer"
_SHORTER_H: Final = 2.0


class Seen(NamedTuple):
    """What the walk-through looks at."""

    map: PilotMap
    selection: str | None
    view: str
    below: str
    right: str


class Lesson(NamedTuple):
    """What to do, why, and when it is done."""

    do: str
    why: str
    done: Callable[[Seen], bool]


def _has(seen: Seen, name: str) -> bool:
    return any(step.name.casefold() == name for step in seen.map.steps)


def _wait_is_shorter(seen: Seen) -> bool:
    step = seen.map.step_by_id.get(_LOG)
    return step is not None and seen.map.clock.waits(step.wait) <= _SHORTER_H


LESSONS: Final[tuple[Lesson, ...]] = (
    Lesson(
        N_("Click on the step “Triage and classify”, or walk there with the arrow keys."),
        N_("The right side always shows what is selected. The dashed step is the AI’s."),
        lambda seen: seen.selection == _TRIAGE,
    ),
    Lesson(
        N_("Press / and type: Team lead: thank the customer @CRM. Then press Enter."),
        N_("One line is a step with its lane and its systems. Nobody places boxes."),
        lambda seen: _has(seen, _THANK),
    ),
    Lesson(
        N_("Take it back with Ctrl+Z; Esc leaves the line first."),
        N_("Undo has no end, and covers the fields on the right too."),
        lambda seen: not _has(seen, _THANK),
    ),
    Lesson(
        N_("On the left, click on the step in the red card: “Log the ticket”."),
        N_("The map computes what this step alone can reach. It is not enough for the target."),
        lambda seen: seen.selection == _LOG,
    ),
    Lesson(
        N_("On the right, set “Wait before” to 1 h and look at the left side."),
        N_("Every figure follows at once, and says what it rests on."),
        _wait_is_shorter,
    ),
    Lesson(
        N_("Press Ctrl+T for the picture with the AI."),
        N_("It is derived from the map and from how people and the AI work together."),
        lambda seen: seen.view == "with-ai",
    ),
    Lesson(
        N_("Press Alt+3 for the ledger of handoffs."),
        N_("A flow between two lanes is a handoff; this is where most of the time is lost."),
        lambda seen: seen.below == "handoffs",
    ),
    Lesson(
        N_("Press Ctrl+5 for the three seats of the sign-off."),
        N_("A decision is bound to this very content: change the map, and it is asked again."),
        lambda seen: seen.right == "signoff",
    ),
)
