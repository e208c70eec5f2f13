"""PM105, PM109 to PM114: what the map says of the outcome, and what that is worth."""

from collections.abc import Iterator
from typing import Final

from pilotmap.analysis import verdict_words as words
from pilotmap.analysis.findings.finding import Facts, Finding, found
from pilotmap.analysis.findings.measures import speaks_of_reply, speaks_of_work
from pilotmap.analysis.outcome_figures import outcome_about
from pilotmap.analysis.wording import hours_text, listed, percent, quoted, step_words
from pilotmap.language import N_, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Step
from pilotmap.model.quantity import Duration, duration_text

_LEAST: Final = 0.7
_MOST: Final = 1.3
_SAME: Final = 1e-9
_LONG_WAIT_H: Final = 12

_TOO_LITTLE: Final = N_(
    "The map explains {share} of the stated baseline. Look for a wait that nobody named"
)
_TOO_MUCH: Final = N_(
    "The map explains {share} of the stated baseline. Look for waits that are given twice or too "
    "long"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that can be found about the figures of the outcome."""
    if facts.map.pilot.verdict in (None, "ai"):
        yield from _verdict(facts)
        yield from _worse(facts)
    yield from _explained(facts)
    yield from _compared(facts)
    yield from _two_clocks(facts.map)
    yield from _already_there(facts)


def _verdict(facts: Facts) -> Iterator[Finding]:
    m, numbers = facts.map, facts.numbers
    ai = (m.pilot.step,) if m.pilot.step else ()
    if numbers.verdict == "out_of_reach":
        message = words.verdict_words(m, numbers).rstrip(".")
        longest, hours = numbers.longest_remaining, numbers.longest_remaining_hours
        if longest is not None and hours is not None:
            message = tr(
                "{verdict}. The longest of what remains on the map is {step}, {time}",
                verdict=message,
                step=step_words(m, longest),
                time=hours_text(hours),
            )
        yield found("PM105", message, (*ai, *([longest] if longest else [])))
    if numbers.verdict in ("falls_short", "unexplained"):
        yield found("PM111", words.verdict_words(m, numbers).rstrip("."), ai)


def _worse(facts: Facts) -> Iterator[Finding]:
    """The pilot takes away no time, or costs more of people's."""
    m, numbers = facts.map, facts.numbers
    ai = (m.pilot.step,) if m.pilot.step else ()
    if numbers.saving is not None and numbers.saving <= _SAME:
        message = tr(
            "With the AI the process takes no less time: the map adds up to {today} today and to "
            "{after} with it. Look at the wait before the review",
            today=hours_text(numbers.today or 0.0),
            after=hours_text(numbers.with_ai or 0.0),
        )
        yield found("PM112", message, ai)
    before, after = numbers.expected_work, numbers.with_ai_work
    if before is not None and after is not None and after > before + _SAME:
        message = tr(
            "With the AI people work more, not less: {after} a case, {before} today",
            after=hours_text(after),
            before=hours_text(before),
        )
        yield found("PM112", message, ai)


def _explained(facts: Facts) -> Iterator[Finding]:
    m, numbers = facts.map, facts.numbers
    timed = any(step.work or step.wait for step in m.steps)
    explained = numbers.explained
    if timed and explained is not None and not _LEAST <= explained <= _MOST:
        said = _TOO_LITTLE if explained < 1 else _TOO_MUCH
        message = tr(said, share=percent(round(explained, 2)))
        yield found("PM109", message)


def _compared(facts: Facts) -> Iterator[Finding]:
    """The words of the measure are about something else than what it is held against."""
    outcome = facts.map.outcome
    about = outcome_about(facts.map)
    if about == "lead_time" and speaks_of_work(outcome.measure):
        message = tr(
            "{measure} speaks of people’s time, and is held against the time from start to end: "
            "say that it is about work",
            measure=quoted(outcome.measure),
        )
        yield found("PM110", message)
    elif about == "lead_time" and outcome.ends_at is None and speaks_of_reply(outcome.measure):
        message = tr(
            "{measure} ends before the case does: say at which step it ends",
            measure=quoted(outcome.measure),
        )
        yield found("PM110", message, place="outcome.ends_at")


def _two_clocks(pilot_map: PilotMap) -> Iterator[Finding]:
    """Some waits in working days, others in days or through a night."""
    waits = [step for step in pilot_map.steps if step.wait is not None and step.wait.value > 0]
    working = [step for step in waits if step.wait and step.wait.time_unit == "wd"]
    others = [step for step in waits if step.wait and _runs_on(step.wait)]
    if not working or not others:
        return
    said = (listed(_with_wait(pilot_map, step) for step in steps) for steps in (working, others))
    one, other = said
    counted = (
        tr("a working day counts 8 hours, a day 5.7, hours as they are")
        if pilot_map.clock.working
        else tr("a working day counts 33.6 hours, a day 24, hours as they are")
    )
    message = tr(
        "Waits on two clocks: {one} in working days, {other} around the clock. Here {counted}: say "
        "all in the same",
        one=one,
        other=other,
        counted=counted,
    )
    yield found("PM113", message, tuple(step.id for step in (*working, *others)))


def _runs_on(wait: Duration) -> bool:
    return wait.time_unit == "d" or (wait.time_unit == "h" and wait.value > _LONG_WAIT_H)


def _with_wait(pilot_map: PilotMap, step: Step) -> str:
    wait = duration_text(step.wait) if step.wait else ""
    return tr("{time} before {step}", time=wait, step=step_words(pilot_map, step.id))


def _already_there(facts: Facts) -> Iterator[Finding]:
    """The map's own time meets the target before anything is done."""
    m, numbers = facts.map, facts.numbers
    today, target = numbers.today, numbers.stated_target
    if m.outcome.change != "reduce" or today is None or target is None or today > target:
        return
    if not any(step.work or step.wait for step in m.steps):
        return
    message = tr(
        "The map’s own time is under the target before anything is done: the baseline or the times "
        "on the map are wrong"
    )
    yield found("PM114", message)
