"""Parts 3 and 4 of Gate 1: the step the AI takes over, and how people work with it."""

from typing import Final, Literal

from pilotmap.language import N_
from pilotmap.model.known import Share
from pilotmap.model.quantity import Duration, Money
from pilotmap.model.value import Id, Text, Value

Verdict = Literal["ai", "automate", "change", "leave"]
Mode = Literal["autonomous", "recommendation", "draft"]

MODES: Final[tuple[Mode, ...]] = ("autonomous", "recommendation", "draft")
MODE_WORDS: Final[dict[Mode, str]] = {
    "autonomous": N_("on its own"),
    "recommendation": N_("person approves"),
    "draft": N_("person edits draft"),
}
VERDICT_WORDS: Final[dict[Verdict, str]] = {
    "ai": N_("An AI takes over a step"),
    "automate": N_("Ordinary automation, no AI"),
    "change": N_("Change the process, no AI"),
    "leave": N_("Leave it as it is"),
}


class Pilot(Value):
    """The verdict, the step, the mode, and the answers to the mode's questions.

    `why_not` is the reason for another verdict than `ai`; `error_share` of the AI's answers are
    wrong, and `missed_share` of those are let through by the person who looks.
    """

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
    why_not: Text = ""
    cost_once: Money | None = None
    cost_per_case: Money | None = None
    cost_of_error: Money | None = None
    error_share: Share | None = None
    missed_share: Share | None = None
