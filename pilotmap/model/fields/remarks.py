"""The fields of notes."""

from typing import Final

from pilotmap.language import N_
from pilotmap.model.fields.field import Choice, Field

NOTE: Final = (
    Field(
        "id",
        "Made once, never changed, unique over the file.",
    ),
    Field(
        "kind",
        "A pain, a question or a plain note.",
        kind="choice",
        caption=N_("Kind"),
        changed=N_("The remark {name} was a {old} and is a {new}."),
        choices=(
            Choice("pain", N_("Pain"), N_("pain")),
            Choice("question", N_("Question"), N_("question")),
            Choice("note", N_("Note"), N_("plain note")),
        ),
    ),
    Field(
        "text",
        "What was said.",
        kind="paragraph",
        caption=N_("Text"),
        changed=N_("A remark said {old} and says {new}."),
    ),
    Field(
        "about",
        "The id of a step or flow; absent for the whole map.",
        kind="element",
        changed=N_("What the remark {name} is about was {old} and is {new}."),
    ),
    Field(
        "owner",
        "Who will answer it.",
        kind="text",
        caption=N_("Who answers"),
        example=N_("who answers"),
        changed=N_("The owner of the remark {name} was {old} and is {new}."),
    ),
    Field(
        "due",
        "Until when.",
        kind="date",
        caption=N_("Until"),
        example=N_("until 30 Jun 2027"),
        changed=N_("The remark {name} was due on {old} and is due on {new}."),
    ),
    Field(
        "settled",
        "Whether it is done with.",
        kind="yes_no",
        caption=N_("Settled"),
        changed=N_("Whether the remark {name} is settled: was {old}, is {new}."),
    ),
)
