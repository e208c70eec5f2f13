"""The tornado of a forecast: the same picture in the document and in the window."""

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.range_words import end_words, influence_words, input_words
from pilotmap.analysis.ranges import Influence, Ranges
from pilotmap.analysis.verdict_words import outcome_time
from pilotmap.analysis.wording import first_upper
from pilotmap.language import tr
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.tornado import Level, TornadoBar, draw_tornado
from pilotmap.model.known import BASIS_WORDS
from pilotmap.model.map import PilotMap


def tornado(pilot_map: PilotMap, numbers: Figures, sure: Ranges, width: float) -> Drawing | None:
    """What each number alone does to the forecast; None where none does anything."""
    if numbers.forecast is None or not sure.influence:
        return None
    now = Level(numbers.forecast, tr("forecast {time}", time=_time(pilot_map, numbers.forecast)))
    target = None
    if numbers.stated_target is not None:
        words = tr("target {time}", time=_time(pilot_map, numbers.stated_target))
        target = Level(numbers.stated_target, words)
    bars = [_bar(pilot_map, one) for one in sure.influence]
    return draw_tornado(bars, now, target, width)


def _bar(pilot_map: PilotMap, one: Influence) -> TornadoBar:
    return TornadoBar(
        key=one.ref,
        label=first_upper(input_words(pilot_map, one.ref)),
        note=tr(BASIS_WORDS[one.basis]) if one.basis else tr("not said how known"),
        low=one.forecast_low,
        high=one.forecast_high,
        low_text=end_words(pilot_map, one.ref, one.low),
        high_text=end_words(pilot_map, one.ref, one.high),
        about=first_upper(influence_words(pilot_map, one)),
    )


def _time(pilot_map: PilotMap, hours: float) -> str:
    return outcome_time(pilot_map, hours)
