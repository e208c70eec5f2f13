"""The fields of gates 2 and 3 and of their parts, by the class that holds them."""

from collections.abc import Mapping
from typing import Final

from pilotmap.language import N_
from pilotmap.model.fields.field import Field
from pilotmap.model.fields.held import held

GATES_2_AND_3: Final[Mapping[str, tuple[Field, ...]]] = {
    "Feasibility": (
        *held(2, N_("Gate 2 opened on")),
        Field(
            "built",
            "What was built, in one paragraph.",
            kind="paragraph",
            caption=N_("What was built"),
        ),
        Field(
            "threshold",
            "The failure rate above which the pilot is killed, 0 to 1.",
            kind="share",
            caption=N_("Failure threshold"),
        ),
        Field("threshold_set", "The day on which version 2 of the format says that it was fixed."),
        Field("sealed", "The id of the seal of the threshold, a record of the chain."),
        Field("history", "The thresholds before, and why each was changed."),
        Field("records", "The file of the cases and what they add up to."),
        Field("carried", "Cases that version 2 of the format kept in the map."),
        Field(
            "does_well",
            "What the AI does well.",
            kind="paragraph",
            caption=N_("What the AI does well"),
        ),
        Field("fails_at", "Where it fails.", kind="paragraph", caption=N_("Where it fails")),
        Field("to_fix", "What would have to be mended.", caption=N_("What it would take to fix")),
        Field(
            "effort_days",
            "The days of work that the AI component took.",
            kind="number",
            caption=N_("Days of work on the AI"),
        ),
        Field("decision", "What was decided.", caption=N_("Decision")),
    ),
    "FormerThreshold": (
        Field("threshold", "The failure rate as it was."),
        Field("sealed", "The id of its seal."),
        Field("until", "When it was changed."),
        Field("by", "Who changed it."),
        Field("reason", "Why."),
        Field("judged", "How many cases had been judged by then."),
    ),
    "Repair": (
        Field("text", "What would have to be mended.", kind="text", caption=N_("To fix")),
        Field("effort_days", "In how many days of work.", kind="number", caption=N_("Days")),
    ),
    "TrialDecision": (
        Field("choice", "Go on, or kill the pilot.", kind="choice", caption=N_("Decision")),
        Field("on", "The day of the decision.", kind="date", caption=N_("Decided on")),
        Field(
            "reason",
            "Why, where it goes against the verdict.",
            kind="paragraph",
            caption=N_("Reason"),
        ),
        Field(
            "learned",
            "What was learned, where the pilot is killed.",
            kind="paragraph",
            caption=N_("What was learned"),
        ),
        Field(
            "would_change",
            "What would have to change for another try.",
            kind="paragraph",
            caption=N_("What would have to change"),
        ),
    ),
    "TrialRecords": (
        Field("file", "The name of the CSV file beside the map."),
        Field("sha256", "Its SHA-256."),
        Field("rows", "How many cases it holds."),
        Field("summary", "What they add up to."),
    ),
    "TrialSummary": (
        Field("judged", "How many cases were judged."),
        Field("failed", "How many of them the AI failed at."),
        Field("passed_by_kind", "Whether cases that went well name a kind too."),
        Field("kinds", "The same by kind."),
    ),
    "TrialCount": (
        Field("kind", "The kind."),
        Field("judged", "How many of it were judged."),
        Field("failed", "How many failed."),
    ),
    "CarriedTrial": (
        Field("id", "Which case."),
        Field("text", "What it was."),
        Field("failed", "Whether the AI failed."),
        Field("note", "What was seen."),
    ),
    "Integration": (
        *held(3, N_("Gate 3 opened on")),
        Field("switched_on", "The keys of the rows that are asked only where somebody wants them."),
        Field("rows", "The rows that something was said about."),
    ),
    "IntegrationRow": (
        Field("key", "From what the row is about; stable."),
        Field("area", "Which of the six areas.", kind="choice", caption=N_("Area")),
        Field("about", "What it is about.", caption=N_("About")),
        Field("question", "What is to be answered.", kind="text", caption=N_("Question")),
        Field("answer", "The answer.", kind="paragraph", caption=N_("Answer")),
        Field("owner", "Who answers for it.", kind="text", caption=N_("Owner")),
        Field("channel", "By which way a message goes.", kind="text", caption=N_("Channel")),
        Field("effort_days", "In how many days of work.", kind="number", caption=N_("Days")),
        Field("state", "Open, built or tested.", kind="choice", caption=N_("State")),
        Field("evidence", "What shows that it is done.", kind="text", caption=N_("Evidence")),
    ),
}
