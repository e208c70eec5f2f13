"""Gate 3: the rows that the map asks, and what was answered to them."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pilotmap.analysis.with_ai import NoPictureWithAi, with_ai
from pilotmap.analysis.wording import lane_words, quoted
from pilotmap.language import N_, tr
from pilotmap.model.gates.integration import AREAS, OWN, Area, Integration, IntegrationRow
from pilotmap.model.map import PilotMap
from pilotmap.model.process import System

EXTRAS: Final[dict[str, str]] = {
    "extra.never": N_("What must the AI never do, and what keeps it from it?"),
    "extra.personal_data": N_("Which personal data does it see, and how long is it kept?"),
    "extra.time": N_("How long may an answer take, and what if it takes longer?"),
    "extra.cost": N_("What does a case cost, and what is the most that it may?"),
    "extra.people": N_("Who was trained to look at its answers, and how?"),
    "extra.versions": N_("Where is it written down which model and which instructions run?"),
}
"""What is asked only where somebody wants it."""
_ERRORS: Final = {
    "nonsense": N_("What happens when the AI produces nonsense?"),
    "malformed": N_("What happens when the input is malformed?"),
    "twice": N_("What happens when the same case comes twice?"),
}
_PRODUCTION: Final = {
    "babysitting": N_("Does it run without babysitting?"),
    "edge_cases": N_("Does it handle the edge cases?"),
    "fits": N_("Does it fit the existing work?"),
    "failures": N_("Are there ways for failures?"),
}
_IN: Final = N_(
    "How does real data get in, in what format? What does garbage look like, and what happens then?"
)


class Asked(NamedTuple):
    """A row with what was answered to it; `refs` are the ids of the map that it comes from.

    `owner_of_system` is false where it is about a system that nobody is named for.
    """

    row: IntegrationRow
    refs: tuple[str, ...] = ()
    owner_of_system: bool = True

    @property
    def is_clear(self) -> bool:
        """Tested, with an owner and evidence."""
        row = self.row
        return row.state == "tested" and bool(row.owner.strip()) and bool(row.evidence.strip())

    @property
    def is_own(self) -> bool:
        """Whether a person added it."""
        return self.row.key.startswith(OWN)


class WorkList(NamedTuple):
    """The rows that are asked, by area, and those whose source has left the map, with answers."""

    rows: tuple[Asked, ...]
    left: tuple[IntegrationRow, ...]

    @property
    def clear(self) -> int:
        """How many rows are clear."""
        return sum(asked.is_clear for asked in self.rows)

    @property
    def effort_days(self) -> float:
        """Days of work of all rows that say so."""
        return sum(asked.row.effort_days or 0.0 for asked in self.rows)

    def by_area(self) -> dict[Area, tuple[Asked, ...]]:
        """The rows of each area, in the order of the areas."""
        return {
            area: tuple(asked for asked in self.rows if asked.row.area == area) for area in AREAS
        }

    def as_json(self) -> dict[str, Any]:
        """As in `gate3` of `check --format json`."""
        states = [asked.row.state for asked in self.rows]
        return {
            "rows": len(self.rows),
            "clear": self.clear,
            "open": states.count("open"),
            "built": states.count("built"),
            "tested": states.count("tested"),
            "left": len(self.left),
            "integration_days": self.effort_days,
        }


def work_list(pilot_map: PilotMap) -> WorkList:
    """The rows of Gate 3 as the map asks them now, each with the answers that it has."""
    integration = pilot_map.integration or Integration()
    held = {row.key: row for row in integration.rows}
    asked = [_answered(each, held) for each in _asked(pilot_map)]
    on = [key for key in EXTRAS if key in integration.switched_on]
    extras = (
        Asked(IntegrationRow(key=key, area="production", question=tr(EXTRAS[key]))) for key in on
    )
    asked += [_answered(each, held) for each in extras]
    asked += [Asked(row) for row in integration.rows if row.key.startswith(OWN)]
    keys = {each.row.key for each in asked}
    order = list(AREAS)
    asked.sort(key=lambda each: order.index(each.row.area))
    return WorkList(tuple(asked), tuple(row for row in integration.rows if row.key not in keys))


def _answered(asked: Asked, held: dict[str, IntegrationRow]) -> Asked:
    """The question as the map asks it now, with the answers that were given."""
    answers = held.get(asked.row.key)
    if answers is None:
        return asked
    row = asked.row
    told = answers.replace(area=row.area, about=row.about, question=row.question)
    return asked._replace(row=told)


def _asked(pilot_map: PilotMap) -> Iterator[Asked]:
    yield from _pipelines(pilot_map)
    systems = _touched(pilot_map)
    for system in systems:
        yield _connection(system)
    yield _row("errors", "nonsense", "", tr(_ERRORS["nonsense"]))
    for system in systems:
        question = tr("What happens when {system} is down?", system=quoted(system.name))
        yield _row("errors", f"down.{system.id}", system.name, question, (system.id,))
    for key in ("malformed", "twice"):
        yield _row("errors", key, "", tr(_ERRORS[key]))
    yield from _monitoring(pilot_map)
    yield from _escalation(pilot_map)
    for key, question in _PRODUCTION.items():
        yield _row("production", key, "", tr(question))
    yield _row(
        "production",
        "outcome",
        pilot_map.outcome.measure,
        tr("Is the outcome of Gate 1 measured where it runs?"),
    )


def _row(area: Area, key: str, about: str, question: str, refs: tuple[str, ...] = ()) -> Asked:
    made = IntegrationRow(key=f"{area}.{key}"[:80], area=area, about=about, question=question)
    return Asked(made, refs)


def _pipelines(pilot_map: PilotMap) -> Iterator[Asked]:
    step = pilot_map.pilot.step
    refs = (step,) if step else ()
    seen: set[str] = set()
    for element in re.split(r"[,;]", pilot_map.pilot.takes_in):
        words = " ".join(element.split())
        key = hashlib.sha256(words.casefold().encode()).hexdigest()[:12]
        if words and key not in seen:
            seen.add(key)
            yield _row("pipelines", f"takes_in.{key}", words, tr(_IN), refs)
    for flow in pilot_map.flows_in(step) if step else ():
        system = pilot_map.system_by_id.get(flow.through_system or "")
        if system is not None and system.id not in seen:
            seen.add(system.id)
            yield _row("pipelines", f"from.{system.id}", system.name, tr(_IN), (system.id,))


def _touched(pilot_map: PilotMap) -> tuple[System, ...]:
    """The systems that the AI step, its neighbours and the derived nodes touch, in file order."""
    step = pilot_map.pilot.step
    if step is None:
        return ()
    flows = (*pilot_map.flows_in(step), *pilot_map.flows_out(step))
    found = {flow.through_system for flow in flows}
    for near in {step} | {flow.source for flow in flows} | {flow.target for flow in flows}:
        found.update(pilot_map.step_by_id[near].systems)
    try:
        derived = with_ai(pilot_map)
    except NoPictureWithAi:
        pass
    else:
        for node in derived.map.steps:
            if derived.tags[node.id] != "kept":
                found.update(node.systems)
    return tuple(system for system in pilot_map.systems if system.id in found)


def _connection(system: System) -> Asked:
    owner = system.owner.strip()
    words = {"system": quoted(system.name), "owner": quoted(owner)}
    if owner:
        question = tr(
            "What is {system} asked, by leave of {owner}? What breaks, and what then?", **words
        )
    else:
        question = tr(
            "What is {system} asked, and by whose leave? What breaks, and what then?", **words
        )
    asked = _row("connections", system.id, system.name, question, (system.id,))
    return asked._replace(owner_of_system=bool(owner))


def _monitoring(pilot_map: PilotMap) -> Iterator[Asked]:
    yield _row("monitoring", "working", "", tr("Can you see, right now, whether it is working?"))
    yield _row("monitoring", "trace", "", tr("Can a bad output be traced to its input?"))
    lane = pilot_map.lane_by_id.get(pilot_map.pilot.watched_by or "")
    about = lane.name if lane else ""
    question = tr("Who watches it, and how many hours a week?")
    if lane is not None:
        question = tr("How many hours a week does {lane} watch it?", lane=lane_words(lane))
    yield _row("monitoring", "watch", about, question, (lane.id,) if lane else ())


def _escalation(pilot_map: PilotMap) -> Iterator[Asked]:
    """The ways out of "Sure?" and of a failure."""
    pilot = pilot_map.pilot
    ask = tr("Who is told, over what channel, within what time, with what information?")
    for key, lane_id, words in (
        ("unsure", pilot.escalates_to, tr("The AI is unsure")),
        ("rejected", pilot.human, tr("A person rejects its answer")),
        ("stopped", pilot.stopped_by, tr("Somebody stops it")),
    ):
        lane = pilot_map.lane_by_id.get(lane_id or "")
        if lane is not None and (key != "rejected" or pilot.mode != "autonomous"):
            about = tr("{case}: {lane}", case=words, lane=lane.name)
            if key == "unsure" and pilot.escalation_info:
                said = pilot.escalation_info
                about = tr("{about}, with {information}", about=about, information=said)
            yield _row("escalation", key, about, ask, (lane.id,))
    yield _row("escalation", "failure", tr("It fails, or does not answer"), ask)
