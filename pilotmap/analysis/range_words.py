"""How sure the forecast is, in words: the chance, and the number to measure first."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis.ranges import Influence, Ranges
from pilotmap.analysis.verdict_words import outcome_time
from pilotmap.analysis.wording import hours_text, percent, step_words
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap

_OF_STEPS: Final = {
    "work": N_("the work at {step}"),
    "wait": N_("the wait before {step}"),
}
_OF_PILOT: Final = {
    "ai_time": N_("the time the AI takes"),
    "review": N_("the time of a review"),
    "review_wait": N_("the wait before the review"),
    "unsure": N_("how often the AI is unsure"),
    "rejected": N_("how often its answer is rejected"),
}


def range_sentences(pilot_map: PilotMap, sure: Ranges) -> tuple[str, ...]:
    """The chance with its range, and what to measure first; why not where it cannot be told."""
    return tuple(_said(pilot_map, sure))


def _said(pilot_map: PilotMap, sure: Ranges) -> Iterator[str]:
    if sure.chance is not None and sure.forecast_p10 is not None and sure.forecast_p90 is not None:
        yield chance_sentence(sure.chance)
        yield tr(
            "In 8 of 10 draws the forecast lies between {low} and {high}.",
            low=outcome_time(pilot_map, sure.forecast_p10),
            high=outcome_time(pilot_map, sure.forecast_p90),
        )
    if sure.measure_first is not None:
        yield tr("Measure this first: {what}.", what=input_words(pilot_map, sure.measure_first))


def chance_sentence(chance: float) -> str:
    """In 7 of 10 draws the target is met; never “all” or “none” where a draw says otherwise."""
    tenths = round(chance * 10)
    if chance == 0:
        return tr("In none of the draws the target is met.")
    if chance == 1:
        return tr("In all draws the target is met.")
    if tenths == 0:
        return tr("In less than 1 of 10 draws the target is met.")
    if tenths == 10:
        return tr("In more than 9 of 10 draws the target is met.")
    return tr("In {number} of 10 draws the target is met.", number=tenths)


def input_words(pilot_map: PilotMap, ref: str) -> str:
    """A number of the map as people call it."""
    kind, _, rest = ref.partition(".")
    element, _, key = rest.rpartition(".")
    if kind == "outcome":
        return tr("the baseline")
    if kind == "pilot":
        return tr(_OF_PILOT[rest])
    if kind == "steps":
        return tr(_OF_STEPS[key], step=step_words(pilot_map, element))
    flow = pilot_map.flow_by_id[element]
    return tr(
        "the share of {decision} that goes to {step}",
        decision=step_words(pilot_map, flow.source),
        step=step_words(pilot_map, flow.target),
    )


def end_words(pilot_map: PilotMap, ref: str, value: float) -> str:
    """One end of a number's range, as people write such a number."""
    if ref == "outcome.baseline":
        return outcome_time(pilot_map, value)
    if ref.endswith(".share") or ref in ("pilot.unsure", "pilot.rejected"):
        return percent(round(value, 3))
    return hours_text(value)


def influence_words(pilot_map: PilotMap, one: Influence) -> str:
    """What one number alone does to the forecast: from end to end of its range."""
    return tr(
        "{what}: from {low} to {high}. The forecast then goes from {start} to {end}.",
        what=input_words(pilot_map, one.ref),
        low=end_words(pilot_map, one.ref, one.low),
        high=end_words(pilot_map, one.ref, one.high),
        start=outcome_time(pilot_map, one.forecast_low),
        end=outcome_time(pilot_map, one.forecast_high),
    )


def legend() -> str:
    """What the tornado shows."""
    return tr(
        "Each bar is what one number alone does to the forecast, from the low end of its range "
        "(full) to the high end (hollow): the range given, else 10 % up and down where it was "
        "measured, 30 % where it is estimated, 50 % where it is guessed or nothing is said."
    )
