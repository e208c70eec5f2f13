"""Every answer that the map gives to Gate 1's questions, in words, missing ones named."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotmap.analysis.exposure import Exposure
from pilotmap.analysis.figures import Figures
from pilotmap.analysis.wording import listed, long_date, percent
from pilotmap.language import N_, tr, trn
from pilotmap.model.known import Basis
from pilotmap.model.map import PilotMap
from pilotmap.model.outcome import Change
from pilotmap.model.pilot import Mode, Verdict
from pilotmap.model.quantity import Duration, Quantity, VolumeUnit
from pilotmap.report.document.figures_text import short
from pilotmap.report.document.words import (
    answer,
    known_words,
    missing,
    quantity_short,
    quantity_text,
)
from pilotmap.report.setting.spans import Span, filled, plain

_MODE_ANSWERS: dict[Mode, str] = {
    "autonomous": N_("On its own"),
    "recommendation": N_("It recommends, a person approves"),
    "draft": N_("It drafts, a person edits and sends"),
}
_CHANGES: dict[Change, str] = {"reduce": N_("Reduce"), "increase": N_("Increase")}
_VERDICTS: dict[Verdict, str] = {
    "ai": N_("An AI takes over a step"),
    "automate": N_("Ordinary automation, no AI"),
    "change": N_("Change the process, no AI"),
    "leave": N_("Leave it as it is"),
}
_VOLUMES: dict[VolumeUnit, str] = {
    "per day": N_("{number} per day"),
    "per week": N_("{number} per week"),
    "per month": N_("{number} per month"),
}


class Answer(NamedTuple):
    """A question and its answer; `first_page` ones stand on page 1 too."""

    question: str
    spans: tuple[Span, ...]
    first_page: bool = False


def outcome_answers(pilot_map: PilotMap) -> Iterator[Answer]:
    """Part 1: the outcome, part by part, and the volume it is about."""
    outcome = pilot_map.outcome
    yield Answer(tr("Change"), answer(tr(_CHANGES[outcome.change]) if outcome.change else ""))
    yield Answer(tr("Measure"), answer(outcome.measure))
    yield Answer(tr("Of"), answer(outcome.population))
    yield Answer(tr("Today"), _quantity(outcome.baseline))
    yield Answer(tr("Target"), _quantity(outcome.target))
    yield Answer(tr("By"), answer(long_date(outcome.by) if outcome.by else ""))
    yield Answer(tr("Measured in"), answer(outcome.measured_in))
    yield Answer(tr("Owner"), answer(outcome.owner))
    if pilot_map.volume is not None:
        volume = pilot_map.volume
        said = tr(_VOLUMES[volume.unit], number=short(volume.value))
        yield Answer(tr("Cases"), plain(said + _how_known(volume.basis, volume.source)))


def step_answers(pilot_map: PilotMap) -> Iterator[Answer]:
    """Part 3: the verdict, the step, and why an AI."""
    pilot = pilot_map.pilot
    yield Answer(tr("Verdict"), answer(tr(_VERDICTS[pilot.verdict]) if pilot.verdict else ""))
    if pilot.verdict in ("automate", "change", "leave"):
        return
    step = pilot_map.step_by_id.get(pilot.step or "")
    yield Answer(tr("The step"), answer(step.name if step else ""))
    yield Answer(tr("What goes in"), answer(pilot.takes_in))
    yield Answer(tr("What comes out"), answer(pilot.gives_out))
    yield Answer(tr("Why an AI and not a rule"), answer(pilot.why_ai))
    if pilot.ai_time is not None:
        yield Answer(tr("Time the AI takes"), plain(_duration(pilot.ai_time)))


def working_together(pilot_map: PilotMap, mode: Mode, numbers: Figures | None) -> Iterator[Answer]:
    """Part 4: the answers to the questions that the mode asks."""
    pilot = pilot_map.pilot
    yield Answer(tr("Way of working"), plain(tr(_MODE_ANSWERS[mode])))
    if mode == "autonomous":
        yield Answer(tr("Watched by"), _lane(pilot_map, pilot.watched_by), first_page=True)
        yield Answer(tr("Can be stopped by"), _stopped(pilot_map), first_page=True)
        yield Answer(tr("How it is undone"), answer(pilot.undo), first_page=True)
    else:
        verb = tr("Approves") if mode == "recommendation" else tr("Edits and sends")
        yield Answer(verb, _lane(pilot_map, pilot.human), first_page=True)
        yield Answer(tr("One look takes"), answer(_duration(pilot.review)))
        if pilot.review_wait is not None:
            yield Answer(tr("Waits for the look"), plain(_duration(pilot.review_wait)))
        yield Answer(tr("The person sees"), answer(pilot.sees))
    met = numbers.exposure[mode] if numbers and numbers.exposure else None
    yield from _when_it_goes_wrong(pilot_map, met)


def _stopped(pilot_map: PilotMap) -> tuple[Span, ...]:
    who, veto = _lane(pilot_map, pilot_map.pilot.stopped_by), pilot_map.pilot.veto
    if veto is None:
        return who
    return filled(
        tr("{lane}, for {time} before it takes effect"), lane=who[0], time=Span(_duration(veto))
    )


def _when_it_goes_wrong(pilot_map: PilotMap, met: Exposure | None) -> Iterator[Answer]:
    pilot = pilot_map.pilot
    takes_over = _lane(pilot_map, pilot.escalates_to)
    if pilot.escalates_to and pilot.escalation_info:
        said = tr("{lane}, with {information}")
        takes_over = filled(said, lane=takes_over[0], information=Span(pilot.escalation_info))
    yield Answer(tr("Takes over when unsure"), takes_over, first_page=True)
    if pilot.unsure is not None:
        yield Answer(
            tr("Unsure in"), plain(tr("{share} of cases", share=percent(pilot.unsure.value)))
        )
    if pilot.rejected is not None:
        yield Answer(
            tr("Rejected in"), plain(tr("{share} of cases", share=percent(pilot.rejected.value)))
        )
    yield Answer(tr("A wrong answer can cause"), answer(pilot.worst_case), first_page=True)
    if met is not None:
        yield Answer(tr("Reaches before it is seen"), _reach(met), first_page=True)
    if pilot.irreversible:
        yield Answer(tr("Can it be undone?"), (Span(tr("No"), weight=600),), first_page=True)


def _reach(met: Exposure) -> tuple[Span, ...]:
    steps = trn("{number} step", "{number} steps", met.steps)
    if not met.outside:
        return plain(steps)
    said = tr("{steps}, {lanes} among them", steps=steps, lanes=listed(met.outside))
    return (Span(said, weight=600, colour="error"),)


def _lane(pilot_map: PilotMap, lane: str | None) -> tuple[Span, ...]:
    return plain(pilot_map.lane_by_id[lane].name) if lane else (missing(),)


def _quantity(quantity: Quantity | None) -> tuple[Span, ...]:
    words = quantity_text(quantity)
    if quantity is None or not words:
        return (missing(),)
    return plain(words + _how_known(quantity.basis, quantity.source))


def _duration(duration: Duration | None) -> str:
    if duration is None:
        return ""
    return f"{quantity_short(duration)}{_how_known(duration.basis, duration.source)}"


def _how_known(basis: Basis | None, source: str) -> str:
    words = known_words(basis, source)
    return f" ({words})" if words else ""
