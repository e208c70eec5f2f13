"""The table of all rules: how serious each is, what it says, whether words can answer it."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from pilotmap.language import later

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
        later("The outcome lacks a part"),
        later("1 part of the outcome is missing"),
        later("{n} parts of the outcome are missing"),
    ),
    "PM102": _rule(
        "error", later("Baseline or target is no number"), later("A value is no number")
    ),
    "PM103": _rule(
        "error",
        later("The target is not better than the baseline"),
        later("The target is not better"),
    ),
    "PM104": _rule(
        "error", later("Baseline and target have different units"), later("Two different units")
    ),
    "PM105": _rule(
        "warning", later("The AI step alone cannot reach the target"), later("Out of reach")
    ),
    "PM106": _rule(
        "error", later("A vague word stands where a measure should"), later("A vague measure")
    )._replace(waivable=True),
    "PM107": _rule("warning", later("The date has passed"), later("The date has passed")),
    "PM108": _rule(
        "warning",
        later("The baseline is guessed, or does not say how it is known"),
        later("The baseline is a guess"),
    ),
    "PM109": _rule(
        "warning",
        later("The map explains under 70 % or over 130 % of the stated baseline"),
        later("Times and baseline differ"),
    ),
    "PM110": _rule(
        "warning",
        later("The words of the measure and what it is compared with differ"),
        later("The measure speaks of something else"),
    ),
    "PM111": _rule(
        "warning",
        later("In this way the target is not reached, or it depends on unexplained hours"),
        later("The forecast misses the target"),
    ),
    "PM112": _rule(
        "warning",
        later("With the AI it takes no less time, or more of people’s time"),
        later("The pilot saves no time"),
    ),
    "PM113": _rule(
        "warning",
        later("Waits on two clocks"),
        later("Waits on two clocks"),
    ),
    "PM114": _rule(
        "warning",
        later("The map’s own time is already under the target"),
        later("Already under the target"),
    ),
    "PM201": _rule("error", later("No start"), later("No start")),
    "PM202": _rule("error", later("No end"), later("No end")),
    "PM203": _rule(
        "error",
        later("A step that no start leads to"),
        later("No start leads to 1 step"),
        later("No start leads to {n} places"),
    ),
    "PM204": _rule(
        "error",
        later("A decision's branch has no label"),
        later("1 decision branch has no label"),
        later("{n} decision branches have no label"),
    ),
    "PM205": _rule(
        "error",
        later("A decision with fewer than two ways out"),
        later("1 decision has no second way out"),
        later("{n} decisions have no second way out"),
    ),
    "PM206": _rule(
        "error",
        later("A decision's shares do not add up to 1"),
        later("1 decision's shares are not 100 %"),
        later("The shares of {n} decisions are not 100 %"),
    ),
    "PM207": _rule(
        "error",
        later("A step without a name"),
        later("1 step has no name"),
        later("{n} steps have no name"),
    ),
    "PM208": _rule("error", later("A dead end"), later("1 dead end"), later("{n} dead ends")),
    "PM209": _rule(
        "error",
        later("Several ways out of something that is neither decision nor parallel"),
        later("1 step has several ways out"),
        later("{n} steps have several ways out"),
    ),
    "PM210": _rule(
        "warning",
        later("A lane in which nothing happens"),
        later("1 lane is empty"),
        later("{n} lanes are empty"),
    ),
    "PM211": _rule(
        "warning",
        later("Two names that look alike"),
        later("1 pair of names looks alike"),
        later("{n} pairs of names look alike"),
    ),
    "PM212": _rule(
        "warning",
        later("Parallel branches that never come together, or a decision's joined by a parallel"),
        later("Branches do not fit"),
    ),
    "PM213": _rule(
        "warning",
        later("A handoff that does not say what is passed"),
        later("1 handoff does not say what is passed"),
        later("{n} handoffs do not say what is passed"),
    ),
    "PM214": _rule("warning", later("No step touches any system"), later("No system is touched")),
    "PM215": _rule(
        "warning",
        later("The same two lanes pass the work back and forth three times or more"),
        later("Work goes back and forth"),
    ),
    "PM216": _rule("note", later("Over 50 steps: consider two maps"), later("Over 50 steps")),
    "PM217": _rule(
        "warning",
        later("A lane has more work today than hours"),
        later("1 lane has more work than hours"),
        later("{n} lanes have more work than hours"),
    ),
    "PM301": _rule(
        "error", later("No verdict yet, or no step marked for the AI"), later("No step is marked")
    ),
    "PM302": _rule("error", later("No collaboration mode"), later("No way of working is chosen")),
    "PM303": _rule(
        "error",
        later("Nobody takes over when the AI is unsure"),
        later("Nobody named for escalation"),
    ),
    "PM304": _rule(
        "error",
        later("A question of the chosen mode is unanswered"),
        later("1 question is not answered"),
        later("{n} questions are not answered"),
    ),
    "PM305": _rule(
        "error",
        later("A wrong answer reaches someone outside before a person has seen it"),
        later("A wrong answer gets outside"),
    )._replace(waivable=True),
    "PM306": _rule(
        "error",
        later("Review takes more hours than the people named have (over 80 %: a warning)"),
        later("Too much to review"),
    )._replace(waivable=True),
    "PM307": _rule(
        "error",
        later("The AI step lies in an outside lane, or is a start, end, wait or parallel"),
        later("The AI cannot take this step"),
    ),
    "PM308": _rule(
        "warning", later("Irreversible and autonomous"), later("Irreversible, on its own")
    ),
    "PM309": _rule(
        "warning",
        later("The AI step touches a system whose owner is not named"),
        later("1 system has no owner"),
        later("{n} systems have no owner"),
    ),
    "PM310": _rule(
        "warning",
        later("Numbers of the pilot not given and counted as zero"),
        later("1 number of the pilot is not given"),
        later("{n} numbers of the pilot are not given"),
    ),
    "PM311": _rule(
        "note",
        later("A review waits longer at that load than is said"),
        later("The review would wait longer"),
    ),
    "PM312": _rule(
        "warning",
        later("Fewer answers are rejected than wrong ones are caught"),
        later("Too few answers are rejected"),
    ),
    "PM401": _rule(
        "warning",
        later("Signed off less than a week after Gate 1 opened"),
        later("Signed within a week"),
    ),
    "PM402": _rule(
        "warning",
        later("A seat's sign-off is stale"),
        later("1 seat is stale"),
        later("{n} seats are stale"),
    ),
    "PM403": _rule(
        "warning",
        later("A condition or a question is past its date, or has no owner"),
        later("1 open point needs care"),
        later("{n} open points need care"),
    ),
    "PM404": _rule(
        "error",
        later("A sign-off record does not fit its chain"),
        later("The sign-off records do not fit"),
    ),
    "PM405": _rule(
        "warning",
        later("One name holds more than one seat"),
        later("One name in several seats"),
    ),
    "PM501": _rule(
        "note", later("Times not given, counted as zero"), later("Some times are missing")
    ),
    "PM502": _rule(
        "warning",
        later("A figure could not be computed"),
        later("1 figure is missing"),
        later("{n} figures are missing"),
    ),
    "PM503": _rule(
        "warning",
        later("A text holds characters that no font here can draw"),
        later("1 text cannot be drawn whole"),
        later("{n} texts cannot be drawn whole"),
    ),
}
