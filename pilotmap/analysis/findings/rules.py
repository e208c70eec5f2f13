"""The table of all rules: how serious each is, what it says, whether words can answer it."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from pilotmap.language import N_
from pilotmap.model.fields.part import Part
from pilotmap.model.fields.table import part_of

Severity = Literal["error", "warning", "note"]


class Rule(NamedTuple):
    """One rule: `title` says it for the handbook, `one` and `many` for the left column.

    `at` is where it is mended, where that is always the same: `flow.label` of an element that the
    finding names, `outcome.by` of a part of Gate 1; nothing where the element alone is to be shown.
    """

    severity: Severity
    title: str
    one: str
    many: str
    at: str
    part: Part
    waivable: bool


def _rule(
    severity: Severity,
    title: str,
    one: str,
    many: str = "",
    *,
    at: str = "",
    part: Part | None = None,
    waivable: bool = False,
) -> Rule:
    element, _, key = at.partition(".")
    return Rule(severity, title, one, many or one, at, part or part_of(element, key), waivable)


RULES: Final[Mapping[str, Rule]] = {
    "PM101": _rule(
        "error",
        N_("The outcome lacks a part"),
        N_("1 part of the outcome is missing"),
        N_("{n} parts of the outcome are missing"),
        part=Part.OUTCOME,
    ),
    "PM102": _rule(
        "error",
        N_("Baseline or target is no number"),
        N_("A value is no number"),
        part=Part.OUTCOME,
    ),
    "PM103": _rule(
        "error",
        N_("The target is not better than the baseline"),
        N_("The target is not better"),
        at="outcome.target",
    ),
    "PM104": _rule(
        "error",
        N_("Baseline and target have different units"),
        N_("Two different units"),
        at="outcome.target",
    ),
    "PM105": _rule(
        "warning",
        N_("The AI step alone cannot reach the target"),
        N_("Out of reach"),
        part=Part.OUTCOME,
    ),
    "PM106": _rule(
        "error",
        N_("A vague word stands where a measure should"),
        N_("A vague measure"),
        waivable=True,
        at="outcome.measure",
    ),
    "PM107": _rule(
        "warning", N_("The date has passed"), N_("The date has passed"), at="outcome.by"
    ),
    "PM108": _rule(
        "warning",
        N_("The baseline is guessed, or does not say how it is known"),
        N_("The baseline is a guess"),
        at="outcome.baseline",
    ),
    "PM109": _rule(
        "warning",
        N_("The map explains under 70 % or over 130 % of the stated baseline"),
        N_("Times and baseline differ"),
        at="outcome.baseline",
    ),
    "PM110": _rule(
        "warning",
        N_("The words of the measure and what it is compared with differ"),
        N_("The measure speaks of something else"),
        at="outcome.about",
    ),
    "PM111": _rule(
        "warning",
        N_("In this way the target is not reached, or it depends on unexplained hours"),
        N_("The forecast misses the target"),
        part=Part.OUTCOME,
    ),
    "PM112": _rule(
        "warning",
        N_("With the AI it takes no less time, or more of people’s time"),
        N_("The pilot saves no time"),
        part=Part.OUTCOME,
    ),
    "PM113": _rule(
        "warning", N_("Waits on two clocks"), N_("Waits on two clocks"), part=Part.OUTCOME
    ),
    "PM114": _rule(
        "warning",
        N_("The map’s own time is already under the target"),
        N_("Already under the target"),
        at="outcome.baseline",
    ),
    "PM201": _rule("error", N_("No start"), N_("No start")),
    "PM202": _rule("error", N_("No end"), N_("No end")),
    "PM203": _rule(
        "error",
        N_("A step that no start leads to"),
        N_("No start leads to 1 step"),
        N_("No start leads to {n} places"),
    ),
    "PM204": _rule(
        "error",
        N_("A decision's branch has no label"),
        N_("1 decision branch has no label"),
        N_("{n} decision branches have no label"),
        at="flow.label",
    ),
    "PM205": _rule(
        "error",
        N_("A decision with fewer than two ways out"),
        N_("1 decision has no second way out"),
        N_("{n} decisions have no second way out"),
    ),
    "PM206": _rule(
        "error",
        N_("A decision's shares do not add up to 1"),
        N_("1 decision's shares are not 100 %"),
        N_("The shares of {n} decisions are not 100 %"),
        at="flow.share",
    ),
    "PM207": _rule(
        "error",
        N_("A step without a name"),
        N_("1 step has no name"),
        N_("{n} steps have no name"),
        at="step.name",
    ),
    "PM208": _rule("error", N_("A dead end"), N_("1 dead end"), N_("{n} dead ends")),
    "PM209": _rule(
        "error",
        N_("Several ways out of something that is neither decision nor parallel"),
        N_("1 step has several ways out"),
        N_("{n} steps have several ways out"),
    ),
    "PM210": _rule(
        "warning",
        N_("A lane in which nothing happens"),
        N_("1 lane is empty"),
        N_("{n} lanes are empty"),
    ),
    "PM211": _rule(
        "warning",
        N_("Two names that look alike"),
        N_("1 pair of names looks alike"),
        N_("{n} pairs of names look alike"),
    ),
    "PM212": _rule(
        "warning",
        N_("Parallel branches that never come together, or a decision's joined by a parallel"),
        N_("Branches do not fit"),
    ),
    "PM213": _rule(
        "warning",
        N_("A handoff that does not say what is passed"),
        N_("1 handoff does not say what is passed"),
        N_("{n} handoffs do not say what is passed"),
        at="flow.passes",
    ),
    "PM214": _rule("warning", N_("No step touches any system"), N_("No system is touched")),
    "PM215": _rule(
        "warning",
        N_("The same two lanes pass the work back and forth three times or more"),
        N_("Work goes back and forth"),
    ),
    "PM216": _rule("note", N_("Over 50 steps: consider two maps"), N_("Over 50 steps")),
    "PM217": _rule(
        "warning",
        N_("A lane has more work today than hours"),
        N_("1 lane has more work than hours"),
        N_("{n} lanes have more work than hours"),
        at="lane.people",
    ),
    "PM301": _rule(
        "error",
        N_("No verdict yet, or no step marked for the AI"),
        N_("No step is marked"),
        at="pilot.verdict",
    ),
    "PM302": _rule(
        "error", N_("No collaboration mode"), N_("No way of working is chosen"), at="pilot.mode"
    ),
    "PM303": _rule(
        "error",
        N_("Nobody takes over when the AI is unsure"),
        N_("Nobody named for escalation"),
        at="pilot.escalates_to",
    ),
    "PM304": _rule(
        "error",
        N_("A question of the chosen mode is unanswered"),
        N_("1 question is not answered"),
        N_("{n} questions are not answered"),
        part=Part.TOGETHER,
    ),
    "PM305": _rule(
        "error",
        N_("A wrong answer reaches someone outside before a person has seen it"),
        N_("A wrong answer gets outside"),
        waivable=True,
        at="pilot.mode",
    ),
    "PM306": _rule(
        "error",
        N_("Review takes more hours than the people named have (over 80 %: a warning)"),
        N_("Too much to review"),
        waivable=True,
        at="pilot.human",
    ),
    "PM307": _rule(
        "error",
        N_("The AI step lies in an outside lane, or is a start, end, wait or parallel"),
        N_("The AI cannot take this step"),
        at="pilot.step",
    ),
    "PM308": _rule(
        "warning",
        N_("Irreversible and autonomous"),
        N_("Irreversible, on its own"),
        at="pilot.mode",
    ),
    "PM309": _rule(
        "warning",
        N_("The AI step touches a system whose owner is not named"),
        N_("1 system has no owner"),
        N_("{n} systems have no owner"),
        at="system.owner",
    ),
    "PM310": _rule(
        "warning",
        N_("Numbers of the pilot not given and counted as zero"),
        N_("1 number of the pilot is not given"),
        N_("{n} numbers of the pilot are not given"),
        part=Part.TOGETHER,
    ),
    "PM311": _rule(
        "note",
        N_("A review waits longer at that load than is said"),
        N_("The review would wait longer"),
        at="pilot.review_wait",
    ),
    "PM312": _rule(
        "warning",
        N_("Fewer answers are rejected than wrong ones are caught"),
        N_("Too few answers are rejected"),
        at="pilot.rejected",
    ),
    "PM401": _rule(
        "warning",
        N_("Signed off less than a week after Gate 1 opened"),
        N_("Signed within a week"),
        at="map.opened",
        part=Part.SIGN_OFF,
    ),
    "PM402": _rule(
        "warning",
        N_("A seat's sign-off is stale"),
        N_("1 seat is stale"),
        N_("{n} seats are stale"),
        part=Part.SIGN_OFF,
    ),
    "PM403": _rule(
        "warning",
        N_("A condition or a question is past its date, or has no owner"),
        N_("1 open point needs care"),
        N_("{n} open points need care"),
        part=Part.SIGN_OFF,
    ),
    "PM404": _rule(
        "error",
        N_("A sign-off record does not fit its chain"),
        N_("The sign-off records do not fit"),
        part=Part.SIGN_OFF,
    ),
    "PM405": _rule(
        "warning",
        N_("One name holds more than one seat"),
        N_("One name in several seats"),
        part=Part.SIGN_OFF,
    ),
    "PM501": _rule(
        "note", N_("Times not given, counted as zero"), N_("Some times are missing"), at="step.work"
    ),
    "PM502": _rule(
        "warning",
        N_("A figure could not be computed"),
        N_("1 figure is missing"),
        N_("{n} figures are missing"),
    ),
    "PM503": _rule(
        "warning",
        N_("A text holds characters that no font here can draw"),
        N_("1 text cannot be drawn whole"),
        N_("{n} texts cannot be drawn whole"),
        at="step.name",
    ),
}
