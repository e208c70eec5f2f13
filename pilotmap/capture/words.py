"""What undo calls the lines, and why one cannot be taken; `tr` says them when they are shown."""

from typing import Final

from pilotmap.language import N_
from pilotmap.model.notes import NoteKind
from pilotmap.model.process import StepKind

NO_DECISION: Final = N_("There is no decision above for a branch; type ? and its question first.")
NO_PARALLEL: Final = N_("Nothing runs at the same time here; & and a step begins it.")
NO_BRANCHES: Final = N_("Fewer than two branches are still open here, so there is nothing to join.")
NO_NAME_YET: Final = N_("Type what {lane} does after the colon.")
NO_SOURCE: Final = N_("No step is selected for the arrow to begin at; select one first.")
NO_FLOW: Final = N_("No flow leads here that the note could be about.")
NO_FLOW_GETS: Final = N_(
    "No flow leads here, so nothing is handed over; [gets ...] and its like need a step before."
)
ON_FLOW: Final = N_("A flow is selected, and this needs a step; select the step before it.")
NOT_ON_FLOW: Final = N_(
    "[AI], [checks AI] and [pin 3/1] are about a step; write them on the line of that step."
)
NO_STEP_IN_PHASE: Final = N_("The phase “{name}” has no step yet: write the step it begins at.")
SAID_TWICE: Final = N_("The same is said twice here, and differently; keep one of the two.")
OTHER_TIME: Final = N_("“{step}” is there already with another time; keep one of the two.")

ADDED_NOTES: Final[dict[NoteKind, str]] = {
    "pain": N_("Add a pain"),
    "question": N_("Add a question"),
    "note": N_("Add a note"),
}
ADDED_UNNAMED: Final[dict[StepKind, str]] = {
    "start": N_("Add a start"),
    "step": N_("Add a step"),
    "decision": N_("Add a decision"),
    "parallel": N_("Add parallel work"),
    "wait": N_("Add a wait"),
    "end": N_("Add an end"),
}
