"""The fields of the map itself and of the outcome: parts 1 and 2 of Gate 1."""

from typing import Final

from pilotmap.language import N_
from pilotmap.model.fields.field import Choice, Field

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
        caption=N_("Title"),
        example=N_("What process this is"),
        changed=N_("The title was {old} and is {new}."),
    ),
    Field(
        "organisation",
        "Whose process it is.",
        kind="text",
        caption=N_("Organisation"),
        changed=N_("The organisation was {old} and is {new}."),
    ),
    Field(
        "opened",
        "The day on which Gate 1 opened.",
        kind="date",
        caption=N_("Gate 1 opened on"),
        changed=N_("Gate 1 was opened on {old}; now it says {new}."),
    ),
    Field(
        "outcome",
        "Part 1: the outcome that is to change.",
    ),
    Field(
        "currency",
        "The currency of all money, such as EUR.",
        kind="text",
        caption=N_("Currency"),
        example="EUR",
        changed=N_("The currency was {old} and is {new}."),
    ),
    Field(
        "volume",
        "How many cases there are.",
        kind="volume",
        caption=N_("Cases"),
        example="120",
        changed=N_("The number of cases was {old} and is {new}."),
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
        caption=N_("Change"),
        changed=N_("The outcome was to {old} and is to {new}."),
        choices=(
            Choice("reduce", N_("Reduce"), N_("reduce")),
            Choice("increase", N_("Increase"), N_("increase")),
        ),
        nothing=N_("Choose"),
    ),
    Field(
        "measure",
        "What is measured, such as “average time to resolution”.",
        kind="text",
        caption=N_("Measure"),
        example=N_("average time to resolution"),
        changed=N_("What is measured was {old} and is {new}."),
    ),
    Field(
        "population",
        "Of which cases, such as “Tier 1 support tickets”.",
        kind="text",
        caption=N_("Of what"),
        example=N_("Tier 1 support tickets"),
        changed=N_("What it is measured of was {old} and is {new}."),
    ),
    Field(
        "baseline",
        "The measure as it is today.",
        kind="quantity",
        caption=N_("Baseline"),
        example="48",
        changed=N_("The baseline was {old} and is {new}."),
    ),
    Field(
        "target",
        "The measure as it is to be.",
        kind="quantity",
        caption=N_("Target"),
        example="4",
        changed=N_("The target was {old} and is {new}."),
    ),
    Field(
        "by",
        "The day by which the target is to be reached.",
        kind="date",
        caption=N_("By when"),
        changed=N_("The date of the outcome was {old} and is {new}."),
    ),
    Field(
        "measured_in",
        "Where, how often and by whom it is measured.",
        kind="text",
        caption=N_("Measured where"),
        example=N_("Zendesk, weekly"),
        changed=N_("Where it is measured was {old} and is {new}."),
    ),
    Field(
        "owner",
        "Who answers for the outcome.",
        kind="text",
        caption=N_("Owner"),
        example=N_("who answers for it"),
        changed=N_("The owner of the outcome was {old} and is {new}."),
    ),
    Field(
        "about",
        "What of the map it is held against: the time a case takes, or people's time.",
        kind="choice",
        caption=N_("What it is held against"),
        changed=N_("What the outcome is held against was {old} and is {new}."),
        choices=(
            Choice("lead_time", N_("The time a case takes"), N_("lead time")),
            Choice("work", N_("People’s time for a case"), N_("people’s time")),
            Choice("other", N_("Something else"), N_("something else")),
        ),
        nothing=N_("As the unit says"),
    ),
    Field(
        "starts_at",
        "The id of the step at whose arrival a lead time begins; absent: the starts.",
        kind="step",
        caption=N_("The time runs from"),
        changed=N_("The time of the outcome ran from {old} and runs from {new}."),
        nothing=N_("Where a case starts"),
    ),
    Field(
        "ends_at",
        "The id of the step at whose leaving a lead time ends; absent: the ends.",
        kind="step",
        caption=N_("The time runs to"),
        changed=N_("The time of the outcome ran to {old} and runs to {new}."),
        nothing=N_("Where a case ends"),
    ),
)
