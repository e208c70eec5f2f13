"""What the work of people becomes: cases by hand, and the hours that the pilot frees."""

from collections.abc import Iterator

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.time_sentences import freed_sentence
from pilotmap.language import tr
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.report.document.answers import Answer
from pilotmap.report.document.figures_text import short
from pilotmap.report.document.reach_section import review_sentence
from pilotmap.report.setting.spans import plain


def work_answers(pilot_map: PilotMap, numbers: Figures | None) -> Iterator[Answer]:
    """How many cases reach the AI step in a working day, and what people still do of them."""
    pilot, volume = pilot_map.pilot, pilot_map.volume
    visits = numbers.visits if numbers else None
    if numbers is None or pilot.step is None or volume is None or not visits:
        return
    reached = volume.per_day * visits.get(pilot.step, 0.0)
    yield Answer(tr("Cases that reach the step"), plain(_a_day(reached)))
    by_hand = _by_hand(pilot_map, reached)
    if by_hand:
        yield Answer(tr("Of these done by hand"), plain(by_hand))
    said = review_sentence(pilot_map, numbers)
    if said:
        yield Answer(tr("Time to review"), plain(said))
    freed = freed_sentence(numbers)
    if freed:
        yield Answer(tr("Hours freed"), plain(freed))


def _by_hand(pilot_map: PilotMap, reached: float) -> str:
    """The cases of which the AI is unsure, and those whose answer is rejected."""
    pilot = pilot_map.pilot
    unsure = number_of(pilot.unsure) if pilot.escalates_to is not None else None
    rejected = number_of(pilot.rejected) if pilot.mode == "recommendation" else None
    if unsure is None and rejected is None:
        return ""
    if rejected is None:
        return _a_day(reached * (unsure or 0.0))
    sent_back = reached * (1 - (unsure or 0.0)) * rejected
    return tr(
        "{unsure} because the AI is unsure, {rejected} because its answer is rejected",
        unsure=_a_day(reached * (unsure or 0.0)),
        rejected=_a_day(sent_back),
    )


def _a_day(cases: float) -> str:
    return tr("{number} a working day", number=short(round(cases, 1)))
