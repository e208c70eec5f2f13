"""The fields of what is drawn: lanes, systems, steps, flows, phases."""

from typing import Final

from pilotmap.language import N_
from pilotmap.model.fields.field import Choice, Field

LANE: Final = (
    Field(
        "id",
        "Made once, never changed, unique over the file.",
    ),
    Field(
        "name",
        "Who: a team, a role, someone outside.",
        kind="text",
        caption=N_("Name"),
        example=N_("Who does the work"),
        changed=N_("The lane {old} is called {new} now."),
    ),
    Field(
        "kind",
        "A team, a person, someone outside, or the AI.",
        kind="choice",
        caption=N_("Kind"),
        changed=N_("The kind of lane {name} was {old} and is {new}."),
        choices=(
            Choice("team", N_("A team"), N_("team")),
            Choice("person", N_("A person"), N_("person")),
            Choice("outside", N_("Someone outside"), N_("outside")),
            Choice("ai", N_("The AI"), N_("AI")),
        ),
    ),
    Field(
        "group",
        "Its organisation or department.",
        kind="text",
        caption=N_("Department or organisation"),
        changed=N_("The department of lane {name} was {old} and is {new}."),
    ),
    Field(
        "people",
        "How many people do this work.",
        kind="count",
        caption=N_("People"),
        example="6",
        changed=N_("The people in lane {name} were {old} and are {new}."),
    ),
    Field(
        "hours_per_day",
        "How many hours a day each of them has for it.",
        kind="number",
        caption=N_("Hours a day, each"),
        example="5",
        changed=N_("The hours a day of lane {name} were {old} and are {new}."),
    ),
    Field(
        "rate",
        "What an hour of one of them costs.",
        kind="money",
        caption=N_("Cost of an hour"),
        example="38",
        changed=N_("What an hour of lane {name} costs was {old} and is {new}."),
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
        caption=N_("Name"),
        changed=N_("The system {old} is called {new} now."),
    ),
    Field(
        "kind",
        "What it is for, such as “ticketing”.",
        kind="text",
        caption=N_("Kind"),
        example=N_("ticketing, customer records ..."),
        changed=N_("The kind of system {name} was {old} and is {new}."),
    ),
    Field(
        "owner",
        "Who answers for it.",
        kind="text",
        caption=N_("Owner"),
        example=N_("who runs it"),
        changed=N_("The owner of system {name} was {old} and is {new}."),
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
        caption=N_("Kind"),
        changed=N_("{name} was a {old} and is a {new}."),
        choices=(
            Choice("start", N_("Start"), N_("start")),
            Choice("step", N_("Step"), N_("step")),
            Choice("decision", N_("Decision"), N_("decision")),
            Choice("parallel", N_("Parallel work"), N_("parallel branching")),
            Choice("wait", N_("Wait"), N_("wait")),
            Choice("end", N_("End"), N_("end")),
        ),
    ),
    Field(
        "name",
        "What is done, or what is asked at a decision.",
        kind="text",
        caption=N_("Name"),
        example=N_("What is done"),
        changed=N_("{old} is called {new} now."),
    ),
    Field(
        "lane",
        "The id of the lane that does it.",
        kind="lane",
        caption=N_("Done by"),
        changed=N_("{name} moved from lane {old} to lane {new}."),
    ),
    Field(
        "with_lanes",
        "The ids of further lanes that take part.",
        kind="lanes",
        caption=N_("Who takes part"),
        example=N_("Type a lane, then Enter"),
        changed=N_("Who else takes part in {name} was {old} and is {new}."),
    ),
    Field(
        "systems",
        "The ids of the systems it touches.",
        kind="systems",
        caption=N_("Systems touched"),
        example=N_("Type a system, then Enter"),
        changed=N_("The systems of {name} were {old} and are {new}."),
    ),
    Field(
        "work",
        "How long someone works on a case here.",
        kind="time",
        caption=N_("Work"),
        example="20 min",
        changed=N_("The work of {name} was {old} and is {new}."),
    ),
    Field(
        "wait",
        "How long a case lies before the step begins.",
        kind="time",
        caption=N_("Wait before"),
        example="14 h",
        changed=N_("The wait before {name} was {old} and is {new}."),
    ),
    Field(
        "checks_ai",
        "Whether a person here checks what the AI gave out.",
        kind="yes_no",
        caption=N_("A person here checks the AI’s output"),
        changed=N_("Whether a person checks the AI at {name}: was {old}, is {new}."),
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
        caption=N_("Label of the branch"),
        example=N_("yes"),
        changed=N_("The branch {name} was labelled {old} and is labelled {new}."),
    ),
    Field(
        "share",
        "Which part of a decision's cases takes this way, 0 to 1.",
        kind="share",
        caption=N_("Share of the cases"),
        example="60 %",
        changed=N_("The share of {name} was {old} and is {new}."),
    ),
    Field(
        "passes",
        "What is handed over.",
        kind="paragraph",
        caption=N_("What is passed on"),
        changed=N_("What {name} hands over was {old} and is {new}."),
    ),
    Field(
        "through_system",
        "The id of the system it goes through.",
        kind="system",
        caption=N_("Through what"),
        example=N_("a system, or words"),
        changed=N_("The system that {name} goes through was {old} and is {new}."),
    ),
    Field(
        "through",
        "What else it goes through, such as “e-mail”.",
        kind="text",
        caption=N_("Through what"),
        example=N_("a system, or words"),
        changed=N_("What {name} goes through was {old} and is {new}."),
    ),
    Field(
        "returned",
        "Which part comes back as incomplete, 0 to 1.",
        kind="share",
        caption=N_("Share sent back as incomplete"),
        example="5 %",
        changed=N_("The share of {name} that comes back was {old} and is {new}."),
    ),
    Field(
        "rework",
        "Whether it goes back to do something again.",
        kind="yes_no",
        caption=N_("Goes back to do something again"),
        changed=N_("Whether {name} goes back to do something again: was {old}, is {new}."),
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
        caption=N_("Name"),
        changed=N_("The phase {old} is called {new} now."),
    ),
    Field(
        "first",
        "The id of the step it begins at.",
        kind="step",
        changed=N_("The phase {name} began at {old} and begins at {new}."),
    ),
)
