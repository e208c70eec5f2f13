"""The fields of notes."""

from typing import Final

from pilotmap.language import later
from pilotmap.model.fields.field import Field

NOTE: Final = (
    Field(
        "id",
        "Made once, never changed, unique over the file.",
    ),
    Field(
        "kind",
        "A pain, a question or a plain note.",
        kind="choice",
        caption=later("Kind"),
        changed=later("The remark {name} was a {old} and is a {new}."),
    ),
    Field(
        "text",
        "What was said.",
        kind="paragraph",
        caption=later("Text"),
        changed=later("A remark said {old} and says {new}."),
    ),
    Field(
        "about",
        "The id of a step or flow; absent for the whole map.",
        changed=later("What the remark {name} is about was {old} and is {new}."),
    ),
    Field(
        "owner",
        "Who will answer it.",
        kind="text",
        caption=later("Who answers"),
        example=later("who answers"),
        changed=later("The owner of the remark {name} was {old} and is {new}."),
    ),
    Field(
        "due",
        "Until when.",
        kind="date",
        caption=later("Until"),
        changed=later("The remark {name} was due on {old} and is due on {new}."),
    ),
    Field(
        "settled",
        "Whether it is done with.",
        kind="yes_no",
        caption=later("Settled"),
        changed=later("Whether the remark {name} is settled: was {old}, is {new}."),
    ),
)
