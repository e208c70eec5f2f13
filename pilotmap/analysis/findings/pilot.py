"""PM301 to PM305, PM307 to PM310, PM312: the AI step, and how people work with it."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.findings.finding import Facts, Finding, Fix, found
from pilotmap.analysis.variants import not_given
from pilotmap.analysis.wording import lane_words, listed, percent, quoted, step_words
from pilotmap.language import N_, tr
from pilotmap.model.edits.pilot import set_mode
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import Pilot

_ALL: Final = (
    ("takes_in", N_("Not answered yet: what goes into the AI step")),
    ("gives_out", N_("Not answered yet: what comes out of the AI step")),
    ("why_ai", N_("Not answered yet: why an AI and not a rule")),
    ("worst_case", N_("Not answered yet: what a wrong answer can cause")),
    ("escalation_info", N_("Not answered yet: what the person who takes over is given")),
)
_WITH_A_PERSON: Final = (
    ("human", N_("Not answered yet: who approves or edits")),
    ("review", N_("Not answered yet: how long one review takes")),
    ("sees", N_("Not answered yet: what the person sees")),
)
_ALONE: Final = (
    ("watched_by", N_("Not answered yet: who watches it")),
    ("stopped_by", N_("Not answered yet: who can stop it")),
    ("undo", N_("Not answered yet: how a wrong answer is undone")),
)
_WRONG_KINDS: Final = {
    "start": N_("The AI step {step} is a start: mark a step or a decision instead"),
    "end": N_("The AI step {step} is an end: mark a step or a decision instead"),
    "wait": N_("The AI step {step} is a wait: mark a step or a decision instead"),
    "parallel": N_("The AI step {step} is a parallel: mark a step or a decision instead"),
}


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that can be found about the AI step; little where the verdict is another one."""
    pilot_map = facts.map
    if pilot_map.pilot.verdict is None:
        message = tr(
            "No verdict yet: mark the step that the AI takes over, or say that none should"
        )
        yield found("PM301", message)
    if pilot_map.pilot.verdict not in (None, "ai"):
        yield from _another_verdict(pilot_map)
    if pilot_map.pilot.verdict != "ai":
        return
    if pilot_map.pilot.step is None:
        message = tr("No step is marked for the AI: mark the exact one")
        yield found("PM301", message, place="pilot.step")
    yield from _unanswered(pilot_map.pilot)
    yield from _wrong_place(pilot_map)
    yield from _outside(facts)
    yield from _systems_without_owner(pilot_map)
    yield from _counted_as_zero(pilot_map)
    yield from _rejected_too_few(pilot_map)
    if pilot_map.pilot.irreversible and pilot_map.pilot.mode == "autonomous":
        message = tr("What the AI does on its own cannot be undone: let a person approve it")
        fix = _let_a_person_approve()
        yield found("PM308", message, _ai_refs(pilot_map), fix=fix)


def _let_a_person_approve() -> Fix:
    return Fix(tr("Let a person approve"), lambda pilot_map: set_mode(pilot_map, "recommendation"))


def questions(pilot: Pilot) -> tuple[tuple[str, str], ...]:
    """The questions that the chosen mode asks, as field and what is said while it is open."""
    if pilot.mode is None:
        return _ALL
    return (*_ALL, *(_ALONE if pilot.mode == "autonomous" else _WITH_A_PERSON))


def _ai_refs(pilot_map: PilotMap) -> tuple[str, ...]:
    return (pilot_map.pilot.step,) if pilot_map.pilot.step else ()


def _unanswered(pilot: Pilot) -> Iterator[Finding]:
    refs = (pilot.step,) if pilot.step else ()
    if pilot.mode is None:
        message = tr(
            "How people and the AI work together is not chosen: choose one of the three ways"
        )
        yield found("PM302", message, refs)
    if pilot.escalates_to is None:
        message = tr("Nobody is named to take over when the AI is unsure: choose who")
        yield found("PM303", message, refs)
    for field, words in questions(pilot):
        answer = getattr(pilot, field)
        if answer is None or (isinstance(answer, str) and not answer.strip()):
            yield found("PM304", tr(words), refs, place=f"pilot.{field}")


def _wrong_place(pilot_map: PilotMap) -> Iterator[Finding]:
    step = pilot_map.step_by_id.get(pilot_map.pilot.step or "")
    if step is None:
        return
    name, lane = step_words(pilot_map, step.id), pilot_map.lane_by_id[step.lane]
    if step.kind in _WRONG_KINDS:
        yield found("PM307", tr(_WRONG_KINDS[step.kind], step=name), (step.id,))
    if lane.kind == "outside":
        message = tr(
            "The AI step {step} lies outside, in lane {lane}: mark one inside",
            step=name,
            lane=lane_words(lane),
        )
        yield found("PM307", message, (step.id,))


def _outside(facts: Facts) -> Iterator[Finding]:
    m, mode = facts.map, facts.map.pilot.mode
    if facts.numbers.exposure is None or mode is None:
        return
    reach = facts.numbers.exposure[mode]
    if not reach.outside_lanes:
        return
    lanes = listed(lane_words(m.lane_by_id[lane]) for lane in reach.outside_lanes)
    name = step_words(m, m.pilot.step or "")
    message = tr(
        "A wrong answer of {step} reaches {lanes} before a person has seen it: let a person "
        "approve, mark a step that checks it, or say in writing why it may",
        step=name,
        lanes=lanes,
    )
    if mode == "autonomous" and m.pilot.veto is not None:
        message = tr(
            "{message}. The time to stop it is no check: nobody is said to look, or one look takes "
            "longer than that time",
            message=message,
        )
    refs = (*_ai_refs(m), *reach.outside_lanes)
    fix = _let_a_person_approve() if mode == "autonomous" else None
    yield found("PM305", message, refs, fix=fix)


def _another_verdict(pilot_map: PilotMap) -> Iterator[Finding]:
    """Another verdict than an AI is a result too, and needs its reason."""
    if not pilot_map.pilot.why_not.strip():
        message = tr("The verdict has no reason yet: say why this, and not an AI")
        yield found("PM301", message, place="pilot.why_not")


def _systems_without_owner(pilot_map: PilotMap) -> Iterator[Finding]:
    step = pilot_map.step_by_id.get(pilot_map.pilot.step or "")
    touched = step.systems if step is not None else ()
    nobody = [
        pilot_map.system_by_id[one]
        for one in touched
        if not pilot_map.system_by_id[one].owner.strip()
    ]
    for system in nobody:
        message = tr(
            "The AI step touches {system}, and nobody is named who answers for it: name the owner",
            system=quoted(system.name),
        )
        yield found("PM309", message, (system.id, *_ai_refs(pilot_map)))


_COUNTED_AS_ZERO: Final = {
    "ai_time": N_("how long the AI takes"),
    "unsure": N_("how often it is unsure"),
    "review": N_("how long a review takes"),
    "rejected": N_("how often its answer is rejected"),
}


def _counted_as_zero(pilot_map: PilotMap) -> Iterator[Finding]:
    if pilot_map.pilot.mode is None or pilot_map.pilot.step is None:
        return
    for key in not_given(pilot_map):
        message = tr(
            "Not given, and counted as zero: {what}. The forecast is better than it can be",
            what=tr(_COUNTED_AS_ZERO[key]),
        )
        yield found("PM310", message, _ai_refs(pilot_map), place=f"pilot.{key}")


def _rejected_too_few(pilot_map: PilotMap) -> Iterator[Finding]:
    """Who catches that many wrong answers must reject them."""
    pilot = pilot_map.pilot
    error, missed = number_of(pilot.error_share), number_of(pilot.missed_share)
    if pilot.mode != "recommendation" or error is None or missed is None:
        return
    rejected, caught = number_of(pilot.rejected) or 0.0, error * (1 - missed)
    if rejected < caught - 1e-9:
        message = tr(
            "Of the answers {rejected} are rejected, but {caught} are wrong and caught: whoever "
            "catches them must reject them",
            rejected=percent(rejected),
            caught=percent(round(caught, 4)),
        )
        yield found("PM312", message, _ai_refs(pilot_map))
