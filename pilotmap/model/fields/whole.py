"""The fields of the map itself and of the outcome: parts 1 and 2 of Gate 1."""

from typing import Final

from pilotmap.language import later
from pilotmap.model.fields.field import Field

MAP: Final = (
    Field(
        "format",
        "Tells a PilotMap file from others.",
    ),
    Field(
        "version",
        "The version of the format.",
    ),
    Field(
        "title",
        "The title of the map.",
        kind="text",
        caption=later("Title"),
        example=later("What process this is"),
        changed=later("The title was {old} and is {new}."),
    ),
    Field(
        "organisation",
        "Whose process it is.",
        kind="text",
        caption=later("Organisation"),
        changed=later("The organisation was {old} and is {new}."),
    ),
    Field(
        "opened",
        "The day on which Gate 1 opened.",
        kind="date",
        caption=later("Gate 1 opened on"),
        changed=later("Gate 1 was opened on {old}; now it says {new}."),
    ),
    Field(
        "outcome",
        "Part 1: the outcome that is to change.",
    ),
    Field(
        "currency",
        "The currency of all money, such as EUR.",
        kind="text",
        caption=later("Currency"),
        example="EUR",
        changed=later("The currency was {old} and is {new}."),
    ),
    Field(
        "volume",
        "How many cases there are.",
        kind="volume",
        caption=later("Cases"),
        example="120",
        changed=later("The number of cases was {old} and is {new}."),
    ),
    Field(
        "lanes",
        "Who does the work, top to bottom.",
    ),
    Field(
        "systems",
        "The systems that steps touch.",
    ),
    Field(
        "steps",
        "What is done, from start to end.",
    ),
    Field(
        "flows",
        "What follows what; a flow between two lanes is a handoff.",
    ),
    Field(
        "pilot",
        "Parts 3 and 4: the AI step and how people work with it.",
    ),
    Field(
        "source",
        "The file it was imported from; not part of the meaning.",
    ),
    Field(
        "phases",
        "Headings over columns.",
    ),
    Field(
        "notes",
        "Pains, questions and notes.",
    ),
    Field(
        "waivers",
        "Errors answered in writing.",
    ),
    Field(
        "attendance",
        "Who was in the room; not part of the meaning.",
    ),
    Field(
        "signoffs",
        "Who agreed to what, in the order it was given.",
    ),
    Field(
        "feasibility",
        "Gate 2.",
    ),
    Field(
        "integration",
        "Gate 3.",
    ),
    Field(
        "shadow",
        "Gate 4.",
    ),
)
OUTCOME: Final = (
    Field(
        "change",
        "Whether the measure is to fall or to rise.",
        kind="choice",
        caption=later("Change"),
        changed=later("The outcome was to {old} and is to {new}."),
    ),
    Field(
        "measure",
        "What is measured, such as “average time to resolution”.",
        kind="text",
        caption=later("Measure"),
        example=later("average time to resolution"),
        changed=later("What is measured was {old} and is {new}."),
    ),
    Field(
        "population",
        "Of which cases, such as “Tier 1 support tickets”.",
        kind="text",
        caption=later("Of what"),
        example=later("Tier 1 support tickets"),
        changed=later("What it is measured of was {old} and is {new}."),
    ),
    Field(
        "baseline",
        "The measure as it is today.",
        kind="quantity",
        caption=later("Baseline"),
        example="48",
        changed=later("The baseline was {old} and is {new}."),
    ),
    Field(
        "target",
        "The measure as it is to be.",
        kind="quantity",
        caption=later("Target"),
        example="4",
        changed=later("The target was {old} and is {new}."),
    ),
    Field(
        "by",
        "The day by which the target is to be reached.",
        kind="date",
        caption=later("By when"),
        changed=later("The date of the outcome was {old} and is {new}."),
    ),
    Field(
        "measured_in",
        "Where, how often and by whom it is measured.",
        kind="text",
        caption=later("Measured where"),
        example=later("Zendesk, weekly"),
        changed=later("Where it is measured was {old} and is {new}."),
    ),
    Field(
        "owner",
        "Who answers for the outcome.",
        kind="text",
        caption=later("Owner"),
        example=later("who answers for it"),
        changed=later("The owner of the outcome was {old} and is {new}."),
    ),
    Field(
        "about",
        "What of the map it is held against: the time a case takes, or people's time.",
        kind="choice",
        caption=later("What it is held against"),
        changed=later("What the outcome is held against was {old} and is {new}."),
    ),
    Field(
        "starts_at",
        "The id of the step at whose arrival a lead time begins; absent: the starts.",
        kind="step",
        caption=later("The time runs from"),
        changed=later("The time of the outcome ran from {old} and runs from {new}."),
    ),
    Field(
        "ends_at",
        "The id of the step at whose leaving a lead time ends; absent: the ends.",
        kind="step",
        caption=later("The time runs to"),
        changed=later("The time of the outcome ran to {old} and runs to {new}."),
    ),
)
