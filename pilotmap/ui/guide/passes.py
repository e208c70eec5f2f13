"""The passes of a mapping session: each has one question, and needs only a part of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from pilotmap.language import N_
from pilotmap.model.fields.part import Part
from pilotmap.model.map import PilotMap

if TYPE_CHECKING:  # the analysis is loaded after the first paint
    from pilotmap.ui.analyzer import Verdict

Area = Literal["side", "map", "below", "right"]
_MAP_IS_BEGUN: Final = 3


class Pass(NamedTuple):
    """One pass.

    `part` is what the right side shows, `page` what lies under the map; `needs` are the areas that
    are not greyed. `done` is computed from the file, never ticked by hand.
    """

    title: str
    question: str
    minutes: int
    needs: frozenset[Area]
    done: "Callable[[Verdict], bool]"
    part: Part | None = None
    page: str = "findings"
    walks: bool = False
    """Whether a case is walked before the room; then the strip offers to begin it."""


def _without(*rules: str) -> "Callable[[Verdict], bool]":
    def clear(verdict: "Verdict") -> bool:
        return not any(finding.rule in rules for finding in verdict.findings)

    return clear


def _part(part: Part) -> "Callable[[Verdict], bool]":
    return lambda verdict: verdict.gate1.parts[part - 1].state == "done"


def _scope(verdict: "Verdict") -> bool:
    m: PilotMap = verdict.map
    return bool(m.title and m.opened and m.volume)


def _happy_path(verdict: "Verdict") -> bool:
    kinds = [step.kind for step in verdict.map.steps]
    return len(kinds) >= _MAP_IS_BEGUN and "start" in kinds and "end" in kinds


def _decisions(verdict: "Verdict") -> bool:
    has_one = any(step.kind == "decision" for step in verdict.map.steps)
    return has_one and _without("PM204", "PM205", "PM206")(verdict)


def _handed_over(verdict: "Verdict") -> bool:
    return bool(verdict.map.systems) and _without("PM213", "PM214")(verdict)


def _numbers(verdict: "Verdict") -> bool:
    return bool(verdict.figures.expected_elapsed) and _without("PM501", "PM502")(verdict)


def _read_back(verdict: "Verdict") -> bool:
    return bool(verdict.map.attendance) and _part(Part.PROCESS)(verdict)


def _signed(verdict: "Verdict") -> bool:
    return verdict.gate1.state in ("signed", "signed with conditions")


PASSES: Final[tuple[Pass, ...]] = (
    Pass(
        N_("Scope"),
        N_("Which process is this, from which trigger to which end, and how often?"),
        10,
        frozenset(("map", "right")),
        _scope,
        part=Part.PROCESS,
    ),
    Pass(
        N_("Happy path"),
        N_("What happens when nothing goes wrong, from the trigger to the end? Press / and type."),
        15,
        frozenset(("map",)),
        _happy_path,
        part=Part.PROCESS,
    ),
    Pass(
        N_("Decisions"),
        N_("Where does it go one way or another, and how many of a hundred cases each way?"),
        20,
        frozenset(("map", "right", "below")),
        _decisions,
    ),
    Pass(
        N_("Systems and handoffs"),
        N_("Whenever the work changes hands: what is passed, and through what?"),
        15,
        frozenset(("map", "below")),
        _handed_over,
        page="handoffs",
    ),
    Pass(
        N_("Numbers"),
        N_("How long does each step take, how long does it wait before, and who says so?"),
        20,
        frozenset(("map", "below", "side")),
        _numbers,
        page="steps",
    ),
    Pass(
        N_("AI step"),
        N_("Which one step would the AI take over, and why is a plain rule not enough?"),
        15,
        frozenset(("map", "right", "side")),
        _part(Part.AI_STEP),
        part=Part.AI_STEP,
    ),
    Pass(
        N_("Working together"),
        N_("Who checks its answers, and who takes over when it is unsure?"),
        20,
        frozenset(("map", "right", "side")),
        _part(Part.TOGETHER),
        part=Part.TOGETHER,
    ),
    Pass(
        N_("Outcome"),
        N_("What must change, from how much to how much, until when, and who answers for it?"),
        15,
        frozenset(("right", "side")),
        _part(Part.OUTCOME),
        part=Part.OUTCOME,
    ),
    Pass(
        N_("Read-back"),
        N_("One case aloud from start to end: does everyone here recognise it? Who was here?"),
        15,
        frozenset(("map", "below")),
        _read_back,
        page="room",
        walks=True,
    ),
    Pass(
        N_("Sign-off"),
        N_("Does each of the three seats agree to this very content?"),
        10,
        frozenset(("right", "below")),
        _signed,
        part=Part.SIGN_OFF,
    ),
)
