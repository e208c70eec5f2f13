"""The steps as rows, in step with what is selected on the map."""

from typing import Any

from pilotmap.language import N_, tr
from pilotmap.model.edits.steps import change_kind, delete_step, move_to_lane, rename
from pilotmap.model.edits.systems import add_system, touch, untouch
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.reading import read_text
from pilotmap.ui.panels.options import lanes
from pilotmap.ui.panels.step_form import KINDS
from pilotmap.ui.tables import kinds
from pilotmap.ui.tables.column import Column, Facts, Table


def _kinds(_map: PilotMap) -> list[tuple[object, str]]:
    return [(kind, tr(words)) for kind, words in KINDS]


def _systems(facts: Facts, step: str) -> str:
    pilot_map = facts.map
    return ", ".join(
        pilot_map.system_by_id[system].name for system in pilot_map.step_by_id[step].systems
    )


def read_names(text: str) -> tuple[str, ...]:
    """Names between commas, each once."""
    names = (read_text(part) for part in text.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def set_systems(pilot_map: PilotMap, step: str, names: Any) -> PilotMap:
    """The step touches the systems of these names and no others; new ones are made."""
    wanted = []
    for name in names:
        same = (s.id for s in pilot_map.systems if s.name.casefold() == name.casefold())
        found = next(same, None)
        if found is None:
            pilot_map, found = add_system(pilot_map, name)
        wanted.append(found)
    for system in pilot_map.step_by_id[step].systems:
        if system not in wanted:
            pilot_map = untouch(pilot_map, step, system)
    for system in wanted:
        pilot_map = touch(pilot_map, step, system)
    return pilot_map


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
        kinds.text("step", "name", N_("Step"), 200, write=rename),
        kinds.choice("step", "kind", N_("Kind"), 108, _kinds, change_kind),
        kinds.choice("step", "lane", N_("Lane"), 130, lanes, move_to_lane),
        Column(
            "systems",
            N_("Systems"),
            130,
            _systems,
            str,
            read_names,
            set_systems,
            offers=lambda pilot_map: [system.name for system in pilot_map.systems],
        ),
        kinds.duration("step", "work", N_("Work"), 80),
        kinds.duration("step", "wait", N_("Wait before"), 90),
        kinds.figure("visits", N_("Times per case"), 100, _visits),
        kinds.figure("hours", N_("Hours per case"), 108, _hours),
        kinds.tick("step", "checks_ai", N_("Checks the AI"), 100),
    ),
    lambda _m, step: step,
    delete=delete_step,
    change_label=N_("Change “{what}” of a step"),
    delete_label=N_("Delete a step"),
)
