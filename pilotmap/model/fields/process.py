"""The fields of what is drawn: lanes, systems, steps, flows, phases."""

from typing import Final

from pilotmap.language import later
from pilotmap.model.fields.field import Field

LANE: Final = (
    Field(
        "id",
        "Made once, never changed, unique over the file.",
    ),
    Field(
        "name",
        "Who: a team, a role, someone outside.",
        kind="text",
        caption=later("Name"),
        example=later("Who does the work"),
        changed=later("The lane {old} is called {new} now."),
    ),
    Field(
        "kind",
        "A team, a person, someone outside, or the AI.",
        kind="choice",
        caption=later("Kind"),
        changed=later("The kind of lane {name} was {old} and is {new}."),
    ),
    Field(
        "group",
        "Its organisation or department.",
        kind="text",
        caption=later("Department or organisation"),
        changed=later("The department of lane {name} was {old} and is {new}."),
    ),
    Field(
        "people",
        "How many people do this work.",
        kind="count",
        caption=later("People"),
        example="6",
        changed=later("The people in lane {name} were {old} and are {new}."),
    ),
    Field(
        "hours_per_day",
        "How many hours a day each of them has for it.",
        kind="number",
        caption=later("Hours a day, each"),
        example="5",
        changed=later("The hours a day of lane {name} were {old} and are {new}."),
    ),
    Field(
        "rate",
        "What an hour of one of them costs.",
        kind="money",
        caption=later("Cost of an hour"),
        example="38",
        changed=later("What an hour of lane {name} costs was {old} and is {new}."),
    ),
)
SYSTEM: Final = (
    Field(
        "id",
        "Made once, never changed, unique over the file.",
    ),
    Field(
        "name",
        "What people call the system.",
        kind="text",
        caption=later("Name"),
        changed=later("The system {old} is called {new} now."),
    ),
    Field(
        "kind",
        "What it is for, such as “ticketing”.",
        kind="text",
        caption=later("Kind"),
        example=later("ticketing, customer records ..."),
        changed=later("The kind of system {name} was {old} and is {new}."),
    ),
    Field(
        "owner",
        "Who answers for it.",
        kind="text",
        caption=later("Owner"),
        example=later("who runs it"),
        changed=later("The owner of system {name} was {old} and is {new}."),
    ),
)
STEP: Final = (
    Field(
        "id",
        "Made once, never changed, unique over the file.",
    ),
    Field(
        "kind",
        "What sort of step it is.",
        kind="choice",
        caption=later("Kind"),
        changed=later("{name} was a {old} and is a {new}."),
    ),
    Field(
        "name",
        "What is done, or what is asked at a decision.",
        kind="text",
        caption=later("Name"),
        example=later("What is done"),
        changed=later("{old} is called {new} now."),
    ),
    Field(
        "lane",
        "The id of the lane that does it.",
        kind="lane",
        caption=later("Done by"),
        changed=later("{name} moved from lane {old} to lane {new}."),
    ),
    Field(
        "with_lanes",
        "The ids of further lanes that take part.",
        kind="lanes",
        caption=later("Who takes part"),
        example=later("Type a lane, then Enter"),
        changed=later("Who else takes part in {name} was {old} and is {new}."),
    ),
    Field(
        "systems",
        "The ids of the systems it touches.",
        kind="systems",
        caption=later("Systems touched"),
        example=later("Type a system, then Enter"),
        changed=later("The systems of {name} were {old} and are {new}."),
    ),
    Field(
        "work",
        "How long someone works on a case here.",
        kind="time",
        caption=later("Work"),
        example="20 min",
        changed=later("The work of {name} was {old} and is {new}."),
    ),
    Field(
        "wait",
        "How long a case lies before the step begins.",
        kind="time",
        caption=later("Wait before"),
        example="14 h",
        changed=later("The wait before {name} was {old} and is {new}."),
    ),
    Field(
        "checks_ai",
        "Whether a person here checks what the AI gave out.",
        kind="yes_no",
        caption=later("A person here checks the AI’s output"),
        changed=later("Whether a person checks the AI at {name}: was {old}, is {new}."),
    ),
    Field(
        "pin",
        "The place in the picture that a person chose.",
    ),
)
FLOW: Final = (
    Field(
        "id",
        "Made once, never changed, unique over the file.",
    ),
    Field(
        "source",
        "The id of the step it leaves.",
    ),
    Field(
        "target",
        "The id of the step it leads to.",
    ),
    Field(
        "label",
        "The answer that takes this way out of a decision.",
        kind="text",
        caption=later("Label of the branch"),
        example=later("yes"),
        changed=later("The branch {name} was labelled {old} and is labelled {new}."),
    ),
    Field(
        "share",
        "Which part of a decision's cases takes this way, 0 to 1.",
        kind="share",
        caption=later("Share of the cases"),
        example="60 %",
        changed=later("The share of {name} was {old} and is {new}."),
    ),
    Field(
        "passes",
        "What is handed over.",
        kind="paragraph",
        caption=later("What is passed on"),
        changed=later("What {name} hands over was {old} and is {new}."),
    ),
    Field(
        "through_system",
        "The id of the system it goes through.",
        kind="system",
        caption=later("Through what"),
        example=later("a system, or words"),
        changed=later("The system that {name} goes through was {old} and is {new}."),
    ),
    Field(
        "through",
        "What else it goes through, such as “e-mail”.",
        kind="text",
        caption=later("Through what"),
        example=later("a system, or words"),
        changed=later("What {name} goes through was {old} and is {new}."),
    ),
    Field(
        "returned",
        "Which part comes back as incomplete, 0 to 1.",
        kind="share",
        caption=later("Share sent back as incomplete"),
        example="5 %",
        changed=later("The share of {name} that comes back was {old} and is {new}."),
    ),
    Field(
        "rework",
        "Whether it goes back to do something again.",
        kind="yes_no",
        caption=later("Goes back to do something again"),
        changed=later("Whether {name} goes back to do something again: was {old}, is {new}."),
    ),
)
PHASE: Final = (
    Field(
        "id",
        "Made once, never changed, unique over the file.",
    ),
    Field(
        "name",
        "The heading.",
        kind="text",
        caption=later("Name"),
        changed=later("The phase {old} is called {new} now."),
    ),
    Field(
        "first",
        "The id of the step it begins at.",
        changed=later("The phase {name} began at {old} and begins at {new}."),
    ),
)
