"""What undo calls the lines, and why one cannot be taken; `tr` says them when they are shown."""

from typing import Final

from pilotmap.language import later
from pilotmap.model.notes import NoteKind
from pilotmap.model.process import StepKind

NO_DECISION: Final = later(
    "There is no decision above for a branch; type ? and its question first."
)
NO_PARALLEL: Final = later("Nothing runs at the same time here; & and a step begins it.")
NO_BRANCHES: Final = later(
    "Fewer than two branches are still open here, so there is nothing to join."
)
NO_SOURCE: Final = later("No step is selected for the arrow to begin at; select one first.")
NO_FLOW: Final = later("No flow leads here that the note could be about.")
NO_FLOW_GETS: Final = later(
    "No flow leads here, so nothing is handed over; [gets ...] and its like need a step before."
)
ON_FLOW: Final = later("A flow is selected, and this needs a step; select the step before it.")
NOT_ON_FLOW: Final = later(
    "[AI], [checks AI] and [pin 3/1] are about a step; write them on the line of that step."
)
SAID_TWICE: Final = later("The same is said twice here, and differently; keep one of the two.")
OTHER_TIME: Final = later("“{step}” is there already with another time; keep one of the two.")

ADDED_NOTES: Final[dict[NoteKind, str]] = {
    "pain": later("Add a pain"),
    "question": later("Add a question"),
    "note": later("Add a note"),
}
ADDED_UNNAMED: Final[dict[StepKind, str]] = {
    "start": later("Add a start"),
    "step": later("Add a step"),
    "decision": later("Add a decision"),
    "parallel": later("Add parallel work"),
    "wait": later("Add a wait"),
    "end": later("Add an end"),
}
