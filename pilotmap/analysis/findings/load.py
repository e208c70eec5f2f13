"""PM217, PM306 and PM311: whether the people named have the hours, today and with the AI."""

from collections.abc import Iterator, Mapping
from typing import Final

from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.findings.rules import Severity
from pilotmap.analysis.forecast import readings
from pilotmap.analysis.lane_load import LaneLoad, burdened
from pilotmap.analysis.wording import hours_text, lane_words, percent
from pilotmap.language import tr
from pilotmap.model.map import PilotMap

_NEAR: Final = 0.8


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that can be found about loads."""
    yield from _today(facts.map, facts.numbers.lane_load or {})
    if facts.map.pilot.verdict == "ai":
        yield from _with_ai(facts.map, facts.numbers.lane_load_with_ai or {})
        yield from _queue(facts)


def _today(pilot_map: PilotMap, loads: Mapping[str, LaneLoad]) -> Iterator[Finding]:
    for lane, load in loads.items():
        if load.is_over:
            message = tr(
                "{lane} would have to work {hours} a day today and has {available}{share}: times, "
                "number of cases or people cannot be right",
                **_figures(pilot_map, lane, load),
            )
            yield found("PM217", message, (lane,))


def _with_ai(pilot_map: PilotMap, loads: Mapping[str, LaneLoad]) -> Iterator[Finding]:
    """The lanes to which the AI brings work."""
    for lane in burdened(pilot_map):
        load = loads.get(lane)
        if load is None or not (load.is_over or (load.ratio is not None and load.ratio > _NEAR)):
            continue
        message = tr(
            "With the AI {lane} works {hours} a day and has {available}{share}: name more people, "
            "or send them less",
            **_figures(pilot_map, lane, load),
        )
        severity: Severity = "error" if load.is_over else "warning"
        refs = (*((pilot_map.pilot.step,) if pilot_map.pilot.step else ()), lane)
        yield found("PM306", message, refs, severity=severity)


def _figures(pilot_map: PilotMap, lane: str, load: LaneLoad) -> dict[str, str]:
    share = "" if load.ratio is None else f", {percent(round(load.ratio, 2))}"
    available = hours_text(load.available) if load.available else tr("nobody")
    return {
        "lane": lane_words(pilot_map.lane_by_id[lane]),
        "hours": hours_text(load.hours),
        "available": available,
        "share": share,
    }


def _queue(facts: Facts) -> Iterator[Finding]:
    """A review waits longer at that load than the map says."""
    m, numbers = facts.map, facts.numbers
    queue, stated = numbers.review_queue, m.clock.passes(m.pilot.review_wait)
    if queue is None or stated is None or stated >= queue:
        return
    message = tr(
        "A review is said to wait {stated}; at the load of {lane} about {queue} is to be expected",
        stated=hours_text(stated),
        lane=lane_words(m.lane_by_id[m.pilot.human or ""]),
        queue=hours_text(queue),
    )
    severity: Severity = "warning" if _would_change(facts, queue - stated) else "note"
    refs = (m.pilot.step,) if m.pilot.step else ()
    yield found("PM311", message, refs, severity=severity)


def _would_change(facts: Facts, longer: float) -> bool:
    """Whether the target is reached only without that queue; a case waits in it once a look."""
    numbers = facts.numbers
    baseline, today, after = numbers.stated_baseline, numbers.today, numbers.with_ai
    if numbers.verdict != "reaches" or not baseline or not today or after is None:
        return False
    load, volume = numbers.review_load, facts.map.volume
    review = facts.map.clock.works(facts.map.pilot.review)
    if load is None or volume is None or not volume.per_day or not review:
        return False
    looks = load.hours_per_day / volume.per_day / review
    careful, _ = readings(baseline, today, after + looks * longer)
    return careful > (numbers.stated_target or 0.0)
