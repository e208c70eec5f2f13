"""What each seat agrees to, in its own terms: the rows and sentences of its page."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from pilotmap.analysis import verdict_words as words
from pilotmap.analysis.figures import Figures
from pilotmap.analysis.wording import long_date
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import Seat
from pilotmap.report.document.answers import Answer, outcome_answers, step_answers, working_together
from pilotmap.report.document.words import answer, quantity_short
from pilotmap.report.document.work_answers import work_answers
from pilotmap.report.setting.spans import plain

_WITHOUT_AI: Final = ("automate", "change", "leave")
_FOR_ALL: Final = (
    N_("That the AI goes live: that is decided at Gate 4, after a run beside the people."),
    N_("A budget, a product or a supplier: none of them is named here."),
)


class Section(NamedTuple):
    """A heading of a seat's page, said already, and the questions answered under it."""

    key: str
    title: str
    answers: tuple[Answer, ...]


def has_ai(pilot_map: PilotMap) -> bool:
    """Whether an AI may still take over a step."""
    return pilot_map.pilot.verdict not in _WITHOUT_AI


def sections(pilot_map: PilotMap, numbers: Figures | None, seat: Seat) -> Iterator[Section]:
    """What this seat should have read before it signs."""
    makers = {"operations": _operations, "it": _it, "business": _business}
    for section in makers[seat](pilot_map, numbers):
        if section.answers:
            yield section


def statements(pilot_map: PilotMap, seat: Seat) -> tuple[str, ...]:
    """What the seat says by signing."""
    if not has_ai(pilot_map):
        return tuple(map(tr, _WITHOUT[seat]))
    return tuple(map(tr, _WITH[seat]))


def not_agreed(pilot_map: PilotMap) -> tuple[str, ...]:
    """What nobody agrees to yet."""
    return tuple(map(tr, _FOR_ALL if has_ai(pilot_map) else _FOR_ALL[1:]))


def open_points(pilot_map: PilotMap) -> Iterator[str]:
    """Questions that are not settled, and errors that were answered in writing."""
    for note in pilot_map.notes:
        if note.kind == "question" and not note.settled:
            due = long_date(note.due) if note.due else ""
            who = ", ".join(part for part in (note.owner, due) if part)
            yield tr("{question} ({who})", question=note.text, who=who) if who else note.text
    for waiver in pilot_map.waivers:
        yield tr("Accepted although {rule} warns: {reason}", rule=waiver.rule, reason=waiver.reason)


def _operations(pilot_map: PilotMap, numbers: Figures | None) -> Iterator[Section]:
    rows = [*_step_today(pilot_map), *_reviews(pilot_map, numbers)]
    yield Section("operations-work", tr("What changes in the work"), tuple(rows))
    mode = pilot_map.pilot.mode
    if mode is not None and has_ai(pilot_map):
        asked = {tr("One look takes"), tr("The person sees"), tr("Unsure in")}
        told = (
            each
            for each in working_together(pilot_map, mode, numbers)
            if each.first_page or each.question in asked
        )
        yield Section("operations-people", tr("What people do beside the AI"), tuple(told))


def _it(pilot_map: PilotMap, _: Figures | None) -> Iterator[Section]:
    yield Section("it-systems", tr("Systems that the step touches"), tuple(_touched(pilot_map)))
    if not has_ai(pilot_map):
        return
    pilot = pilot_map.pilot
    data = (
        Answer(tr("What goes in"), answer(pilot.takes_in)),
        Answer(tr("What comes out"), answer(pilot.gives_out)),
    )
    yield Section("it-data", tr("What goes in and comes out"), data)
    yield Section("it-run", tr("Who watches it and who stops it"), tuple(_running(pilot_map)))


def _business(pilot_map: PilotMap, numbers: Figures | None) -> Iterator[Section]:
    # What is measured, of which cases and until when is in the sentence above.
    said = {tr("Change"), tr("Measure"), tr("Of"), tr("By")}
    answers = tuple(each for each in outcome_answers(pilot_map) if each.question not in said)
    yield Section("business-outcome", tr("The outcome"), answers)
    if has_ai(pilot_map):
        risks = _risk(pilot_map, numbers)
        rows = (*_forecast(pilot_map, numbers), *_why(pilot_map), *risks)
        yield Section("business-risk", tr("What can be won and what can go wrong"), rows)


def _step_today(pilot_map: PilotMap) -> Iterator[Answer]:
    step = pilot_map.step_by_id.get(pilot_map.pilot.step or "")
    if step is None:
        return
    yield Answer(tr("The step"), answer(step.name))
    yield Answer(tr("Done today by"), plain(pilot_map.lane_by_id[step.lane].name))
    if step.work is not None:
        yield Answer(tr("Work today"), plain(quantity_short(step.work)))
    if step.wait is not None:
        yield Answer(tr("Wait before it today"), plain(quantity_short(step.wait)))


def _reviews(pilot_map: PilotMap, numbers: Figures | None) -> Iterator[Answer]:
    if has_ai(pilot_map):
        yield from work_answers(pilot_map, numbers)


def _touched(pilot_map: PilotMap) -> Iterator[Answer]:
    step = pilot_map.step_by_id.get(pilot_map.pilot.step or "")
    if step is None:
        return
    for system in (pilot_map.system_by_id[each] for each in step.systems):
        what = ", ".join(part for part in (system.kind, system.owner) if part)
        yield Answer(system.name, answer(what))


def _running(pilot_map: PilotMap) -> Iterator[Answer]:
    pilot, lanes = pilot_map.pilot, pilot_map.lane_by_id
    for question, lane in (
        (tr("Watched by"), pilot.watched_by),
        (tr("Can be stopped by"), pilot.stopped_by),
        (tr("Takes over when unsure"), pilot.escalates_to),
    ):
        if lane is not None or pilot.mode == "autonomous":
            yield Answer(question, answer(lanes[lane].name if lane else ""))
    if pilot.undo or pilot.mode == "autonomous":
        yield Answer(tr("How it is undone"), answer(pilot.undo))


def _forecast(pilot_map: PilotMap, numbers: Figures | None) -> Iterator[Answer]:
    said = "" if numbers is None else words.verdict_words(pilot_map, numbers)
    if said:
        yield Answer(tr("With this pilot"), plain(said))


def _why(pilot_map: PilotMap) -> Iterator[Answer]:
    wanted = tr("Why an AI and not a rule")
    yield from (each for each in step_answers(pilot_map) if each.question == wanted)


def _risk(pilot_map: PilotMap, numbers: Figures | None) -> Iterator[Answer]:
    mode = pilot_map.pilot.mode
    if mode is None:
        return
    wanted = {
        tr("Way of working"),
        tr("A wrong answer can cause"),
        tr("Reaches before it is seen"),
        tr("Can it be undone?"),
    }
    yield from (
        each for each in working_together(pilot_map, mode, numbers) if each.question in wanted
    )


_WITH: Final[dict[Seat, tuple[str, ...]]] = {
    "operations": (
        N_("The map shows the work as it is really done today, not as it should be."),
        N_("The people named beside the AI know of it, and have the time that it asks of them."),
        N_("Someone takes over when the AI is unsure, and gets what is needed to go on."),
    ),
    "it": (
        N_("These are the systems that the step touches, and their owners know of the pilot."),
        N_("What goes in may be given to an AI, and what comes out can be taken in."),
        N_("Gate 3 will ask for each system: data, a connection, errors, monitoring, escalation."),
    ),
    "business": (
        N_("The outcome, its number today and its target are the ones that the pilot is for."),
        N_("What a wrong answer can cause is known, and accepted in this way of working."),
        N_("Gate 2 may end the pilot after two weeks, and that is a result worth having."),
    ),
}
_WITHOUT: Final[dict[Seat, tuple[str, ...]]] = {
    "operations": (
        N_("The map shows the work as it is really done today, not as it should be."),
        N_("No AI takes over a step of it."),
    ),
    "it": (
        N_("The systems named are the ones that the work touches."),
        N_("No AI takes over a step of it."),
    ),
    "business": (
        N_("The outcome, its number today and its target are worth a change of the process."),
        N_("No AI takes over a step of it."),
    ),
}
