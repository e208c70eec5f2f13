"""The steps as rows, in step with what is selected on the map."""

from pilotmap.language import N_
from pilotmap.model.edits.steps import delete_step
from pilotmap.ui.tables import kinds
from pilotmap.ui.tables.column import Facts, Table


def _visits(facts: Facts, step: str) -> float | None:
    visits = facts.verdict.figures.visits if facts.verdict is not None else None
    return None if visits is None else visits.get(step)


def _hours(facts: Facts, step: str) -> float | None:
    visits, known = _visits(facts, step), facts.map.step_by_id[step]
    return None if visits is None else visits * facts.map.clock.hours(known)


STEPS = Table(
    "steps",
    N_("Steps"),
    N_("No step yet: press / and type the first one."),
    lambda pilot_map: [step.id for step in pilot_map.steps],
    (
        *kinds.columns("step"),
        kinds.figure("visits", N_("Times per case"), 100, _visits),
        kinds.figure("hours", N_("Hours per case"), 108, _hours),
    ),
    lambda _m, step: step,
    delete=delete_step,
    change_label=N_("Change “{what}” of a step"),
    delete_label=N_("Delete a step"),
)
