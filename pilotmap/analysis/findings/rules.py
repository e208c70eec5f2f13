"""The table of all rules: how serious each is, what it says, whether words can answer it."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Severity = Literal["error", "warning", "note"]


class Rule(NamedTuple):
    """One rule: `title` says it for the handbook, `one` and `many` for the left column."""

    severity: Severity
    title: str
    one: str
    many: str
    waivable: bool = False


def _rule(severity: Severity, title: str, one: str, many: str = "") -> Rule:
    return Rule(severity, title, one, many or one)


RULES: Final[Mapping[str, Rule]] = {
    "PM101": _rule(
        "error",
        "The outcome lacks a part",
        "1 part of the outcome is missing",
        "{n} parts of the outcome are missing",
    ),
    "PM102": _rule("error", "Baseline or target is no number", "A value is no number"),
    "PM103": _rule(
        "error", "The target is not better than the baseline", "The target is not better"
    ),
    "PM104": _rule("error", "Baseline and target have different units", "Two different units"),
    "PM105": _rule("warning", "The AI step alone cannot reach the target", "Out of reach"),
    "PM106": _rule("warning", "A vague word stands where a measure should", "A vague measure"),
    "PM107": _rule("warning", "The date has passed", "The date has passed"),
    "PM108": _rule(
        "warning",
        "The baseline is guessed, or does not say how it is known",
        "The baseline is a guess",
    ),
    "PM109": _rule(
        "warning",
        "The map explains under 70 % or over 130 % of the stated baseline",
        "Times and baseline differ",
    ),
    "PM201": _rule("error", "No start", "No start"),
    "PM202": _rule("error", "No end", "No end"),
    "PM203": _rule(
        "error",
        "A step that no start leads to",
        "No start leads to 1 step",
        "No start leads to {n} places",
    ),
    "PM204": _rule(
        "error",
        "A decision's branch has no label",
        "1 decision branch has no label",
        "{n} decision branches have no label",
    ),
    "PM205": _rule(
        "error",
        "A decision with fewer than two ways out",
        "1 decision has no second way out",
        "{n} decisions have no second way out",
    ),
    "PM206": _rule(
        "error",
        "A decision's shares do not add up to 1",
        "1 decision's shares are not 100 %",
        "The shares of {n} decisions are not 100 %",
    ),
    "PM207": _rule(
        "error", "A step without a name", "1 step has no name", "{n} steps have no name"
    ),
    "PM208": _rule("error", "A dead end", "1 dead end", "{n} dead ends"),
    "PM209": _rule(
        "error",
        "Several ways out of something that is neither decision nor parallel",
        "1 step has several ways out",
        "{n} steps have several ways out",
    ),
    "PM210": _rule(
        "warning",
        "A lane in which nothing happens",
        "1 lane is empty",
        "{n} lanes are empty",
    ),
    "PM211": _rule(
        "warning",
        "Two names that look alike",
        "1 pair of names looks alike",
        "{n} pairs of names look alike",
    ),
    "PM212": _rule(
        "warning",
        "Parallel branches that never come together, or a decision's joined by a parallel",
        "Branches do not fit",
    ),
    "PM213": _rule(
        "warning",
        "A handoff that does not say what is passed",
        "1 handoff does not say what is passed",
        "{n} handoffs do not say what is passed",
    ),
    "PM214": _rule("warning", "No step touches any system", "No system is touched"),
    "PM215": _rule(
        "warning",
        "The same two lanes pass the work back and forth three times or more",
        "Work goes back and forth",
    ),
    "PM216": _rule("note", "Over 50 steps: consider two maps", "Over 50 steps"),
    "PM301": _rule("error", "No verdict yet, or no step marked for the AI", "No step is marked"),
    "PM302": _rule("error", "No collaboration mode", "No way of working is chosen"),
    "PM303": _rule(
        "error", "Nobody takes over when the AI is unsure", "Nobody named for escalation"
    ),
    "PM304": _rule(
        "error",
        "A question of the chosen mode is unanswered",
        "1 question is not answered",
        "{n} questions are not answered",
    ),
    "PM305": _rule(
        "error",
        "A wrong answer reaches someone outside before a person has seen it",
        "A wrong answer gets outside",
    )._replace(waivable=True),
    "PM306": _rule(
        "error",
        "Review takes more hours than the people named have (over 80 %: a warning)",
        "Too much to review",
    )._replace(waivable=True),
    "PM307": _rule(
        "error",
        "The AI step lies in an outside lane, or is a start, end, wait or parallel",
        "The AI cannot take this step",
    ),
    "PM308": _rule("warning", "Irreversible and autonomous", "Irreversible, on its own"),
    "PM401": _rule(
        "warning", "Signed off less than a week after Gate 1 opened", "Signed within a week"
    ),
    "PM402": _rule(
        "warning", "A seat's sign-off is stale", "1 seat is stale", "{n} seats are stale"
    ),
    "PM403": _rule(
        "warning",
        "A condition or a question is past its date, or has no owner",
        "1 open point needs care",
        "{n} open points need care",
    ),
    "PM404": _rule(
        "error", "A sign-off record does not fit its chain", "The sign-off records do not fit"
    ),
    "PM501": _rule("note", "Times not given, counted as zero", "Some times are missing"),
    "PM502": _rule(
        "warning",
        "A figure could not be computed",
        "1 figure is missing",
        "{n} figures are missing",
    ),
}
