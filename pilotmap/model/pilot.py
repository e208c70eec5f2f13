"""Parts 3 and 4 of Gate 1: the step the AI takes over, and how people work with it."""

from typing import Final, Literal

from pilotmap.language import later
from pilotmap.model.quantity import Duration
from pilotmap.model.value import Id, Share, Text, Value

Verdict = Literal["ai", "automate", "change", "leave"]
Mode = Literal["autonomous", "recommendation", "draft"]

MODES: Final[tuple[Mode, ...]] = ("autonomous", "recommendation", "draft")
MODE_WORDS: Final[dict[Mode, str]] = {
    "autonomous": later("on its own"),
    "recommendation": later("person approves"),
    "draft": later("person edits draft"),
}
VERDICT_WORDS: Final[dict[Verdict, str]] = {
    "ai": later("An AI takes over a step"),
    "automate": later("Ordinary automation, no AI"),
    "change": later("Change the process, no AI"),
    "leave": later("Leave it as it is"),
}


class Pilot(Value):
    """The verdict, the step, the mode, and the answers to the mode's questions."""

    verdict: Verdict | None = None
    step: Id | None = None
    mode: Mode | None = None
    takes_in: Text = ""
    gives_out: Text = ""
    why_ai: Text = ""
    human: Id | None = None
    review: Duration | None = None
    review_wait: Duration | None = None
    sees: Text = ""
    escalates_to: Id | None = None
    escalation_info: Text = ""
    unsure: Share | None = None
    rejected: Share | None = None
    ai_time: Duration | None = None
    watched_by: Id | None = None
    stopped_by: Id | None = None
    undo: Text = ""
    veto: Duration | None = None
    worst_case: Text = ""
    irreversible: bool = False
