"""Every answer that the map gives to Gate 1's questions, in words, missing ones named."""

from collections.abc import Iterator
from typing import NamedTuple

from pilotmap.analysis.exposure import Exposure, exposure
from pilotmap.analysis.with_ai import why_not_with_ai
from pilotmap.model.map import PilotMap
from pilotmap.model.pilot import VERDICT_WORDS, Mode
from pilotmap.model.quantity import Duration, Quantity, number_text
from pilotmap.report.dates import day_text
from pilotmap.report.words import (
    Span,
    answer,
    counted,
    joined,
    known_words,
    missing,
    plain,
    quantity_words,
)

_MODE_ANSWERS: dict[Mode, str] = {
    "autonomous": "On its own",
    "recommendation": "It recommends, a person approves",
    "draft": "It drafts, a person edits and sends",
}


class Answer(NamedTuple):
    """A question and its answer; `first_page` ones stand on page 1 too."""

    question: str
    spans: tuple[Span, ...]
    first_page: bool = False


def outcome_answers(pilot_map: PilotMap) -> Iterator[Answer]:
    """Part 1: the outcome, part by part, and the volume it is about."""
    outcome = pilot_map.outcome
    yield Answer("Change", answer((outcome.change or "").capitalize()))
    yield Answer("Measure", answer(outcome.measure))
    yield Answer("Of", answer(outcome.population))
    yield Answer("Today", _quantity(outcome.baseline))
    yield Answer("Target", _quantity(outcome.target))
    yield Answer("By", answer(day_text(outcome.by) if outcome.by else ""))
    yield Answer("Measured in", answer(outcome.measured_in))
    yield Answer("Owner", answer(outcome.owner))
    if pilot_map.volume is not None:
        volume = pilot_map.volume
        said = f"{number_text(volume.value)} {volume.unit}"
        yield Answer("Cases", plain(said + _how_known(volume.basis, volume.source)))


def step_answers(pilot_map: PilotMap) -> Iterator[Answer]:
    """Part 3: the verdict, the step, and why an AI."""
    pilot = pilot_map.pilot
    yield Answer("Verdict", answer(VERDICT_WORDS[pilot.verdict] if pilot.verdict else ""))
    if pilot.verdict in ("automate", "change", "leave"):
        return
    step = pilot_map.step_by_id.get(pilot.step or "")
    yield Answer("The step", answer(step.name if step else ""))
    yield Answer("What goes in", answer(pilot.takes_in))
    yield Answer("What comes out", answer(pilot.gives_out))
    yield Answer("Why an AI and not a rule", answer(pilot.why_ai))
    if pilot.ai_time is not None:
        yield Answer("Time the AI takes", plain(_duration(pilot.ai_time)))


def working_together(pilot_map: PilotMap, mode: Mode) -> Iterator[Answer]:
    """Part 4: the answers to the questions that the mode asks."""
    pilot = pilot_map.pilot
    yield Answer("Way of working", plain(_MODE_ANSWERS[mode]))
    if mode == "autonomous":
        yield Answer("Watched by", _lane(pilot_map, pilot.watched_by), first_page=True)
        yield Answer("Can be stopped by", _stopped(pilot_map), first_page=True)
        yield Answer("How it is undone", answer(pilot.undo), first_page=True)
    else:
        verb = "Approves" if mode == "recommendation" else "Edits and sends"
        yield Answer(verb, _lane(pilot_map, pilot.human), first_page=True)
        yield Answer("One look takes", answer(_duration(pilot.review)))
        if pilot.review_wait is not None:
            yield Answer("Waits for the look", plain(_duration(pilot.review_wait)))
        yield Answer("The person sees", answer(pilot.sees))
    yield from _when_it_goes_wrong(pilot_map)


def _stopped(pilot_map: PilotMap) -> tuple[Span, ...]:
    who, veto = _lane(pilot_map, pilot_map.pilot.stopped_by), pilot_map.pilot.veto
    return who if veto is None else (*who, Span(f", for {_duration(veto)} before it takes effect"))


def _when_it_goes_wrong(pilot_map: PilotMap) -> Iterator[Answer]:
    pilot = pilot_map.pilot
    takes_over = _lane(pilot_map, pilot.escalates_to)
    if pilot.escalates_to and pilot.escalation_info:
        takes_over = (*takes_over, Span(f", with {pilot.escalation_info}"))
    yield Answer("Takes over when unsure", takes_over, first_page=True)
    if pilot.unsure is not None:
        yield Answer("Unsure in", plain(f"{number_text(pilot.unsure * 100)} % of cases"))
    if pilot.rejected is not None:
        yield Answer("Rejected in", plain(f"{number_text(pilot.rejected * 100)} % of cases"))
    yield Answer("A wrong answer can cause", answer(pilot.worst_case), first_page=True)
    met = reached(pilot_map)
    if met is not None:
        yield Answer("Reaches before it is seen", _reach(met), first_page=True)
    if pilot.irreversible:
        yield Answer("Can it be undone?", (Span("No", weight=600),), first_page=True)


def reached(pilot_map: PilotMap, mode: Mode | None = None) -> Exposure | None:
    """How far a wrong answer goes in the chosen mode or another; None where nobody can say."""
    if why_not_with_ai(pilot_map, mode) is not None:
        return None
    chosen = mode or pilot_map.pilot.mode
    return None if chosen is None else exposure(pilot_map, chosen)


def _reach(met: Exposure) -> tuple[Span, ...]:
    said = Span(counted(met.steps, "step"))
    if not met.outside:
        return (said,)
    return (said, Span(f", {joined(list(met.outside))} among them", weight=600, colour="error"))


def _lane(pilot_map: PilotMap, lane: str | None) -> tuple[Span, ...]:
    return plain(pilot_map.lane_by_id[lane].name) if lane else (missing(),)


def _quantity(quantity: Quantity | None) -> tuple[Span, ...]:
    words = quantity_words(quantity)
    if quantity is None or not words:
        return (missing(),)
    return plain(words + _how_known(quantity.basis, quantity.source))


def _duration(duration: Duration | None) -> str:
    return "" if duration is None else f"{duration}{_how_known(duration.basis, duration.source)}"


def _how_known(basis: str | None, source: str) -> str:
    words = known_words(basis, source)
    return f" ({words})" if words else ""
