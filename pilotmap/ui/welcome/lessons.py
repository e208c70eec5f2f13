"""The walk-through: a few things to do on a real map, each seen to be done by what it changes."""

from collections.abc import Callable
from typing import Final, NamedTuple

from pilotmap.language import later
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
        later("Click on the step “Triage and classify”, or walk there with the arrow keys."),
        later("The right side always shows what is selected. The dashed step is the AI’s."),
        lambda seen: seen.selection == _TRIAGE,
    ),
    Lesson(
        later("Press / and type: Team lead: thank the customer @CRM. Then press Enter."),
        later("One line is a step with its lane and its systems. Nobody places boxes."),
        lambda seen: _has(seen, _THANK),
    ),
    Lesson(
        later("Take it back with Ctrl+Z; Esc leaves the line first."),
        later("Undo has no end, and covers the fields on the right too."),
        lambda seen: not _has(seen, _THANK),
    ),
    Lesson(
        later("On the left, click on the step in the red card: “Log the ticket”."),
        later("The map computes what this step alone can reach. It is not enough for the target."),
        lambda seen: seen.selection == _LOG,
    ),
    Lesson(
        later("On the right, set “Wait before” to 1 h and look at the left side."),
        later("Every figure follows at once, and says what it rests on."),
        _wait_is_shorter,
    ),
    Lesson(
        later("Press Ctrl+T for the picture with the AI."),
        later("It is derived from the map and from how people and the AI work together."),
        lambda seen: seen.view == "with-ai",
    ),
    Lesson(
        later("Press Alt+3 for the ledger of handoffs."),
        later("A flow between two lanes is a handoff; this is where most of the time is lost."),
        lambda seen: seen.below == "handoffs",
    ),
    Lesson(
        later("Press Ctrl+5 for the three seats of the sign-off."),
        later("A decision is bound to this very content: change the map, and it is asked again."),
        lambda seen: seen.right == "signoff",
    ),
)
