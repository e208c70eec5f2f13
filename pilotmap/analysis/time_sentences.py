"""The figures as a facilitator reads them aloud, one fact a sentence."""

from collections.abc import Iterator

from pilotmap.analysis import verdict_words as words
from pilotmap.analysis.figures import Figures
from pilotmap.analysis.lane_load import LaneLoad
from pilotmap.analysis.wording import decimal, figure, hours_text, lane_words, percent, step_words
from pilotmap.language import tr, trn
from pilotmap.model.map import PilotMap


def figure_sentences(pilot_map: PilotMap, numbers: Figures) -> tuple[str, ...]:
    """Times, the forecast with its verdict, loads and money, as far as they are known."""
    return tuple(
        said
        for part in (_times, _verdict, _loads, _money)
        for said in part(pilot_map, numbers)
        if said
    )


def _times(pilot_map: PilotMap, numbers: Figures) -> Iterator[str]:
    whole = numbers.expected_elapsed
    if whole:
        yield tr("A case takes {time} on average.", time=hours_text(whole))
    if numbers.elapsed_p50 is not None and numbers.elapsed_p90 is not None:
        yield tr(
            "Half of the cases are done within {half}, nine of ten within {most}.",
            half=hours_text(numbers.elapsed_p50),
            most=hours_text(numbers.elapsed_p90),
        )
    if numbers.expected_work:
        yield tr("People work {time} on it.", time=hours_text(numbers.expected_work))
    if numbers.today is not None and numbers.cases_counted is not None:
        yield _counted(numbers)
    if numbers.ai_share:
        yield tr("The AI step takes {time} of it.", time=hours_text(numbers.ai_share))
    if numbers.longest_remaining is not None and numbers.longest_remaining_hours:
        step = step_words(pilot_map, numbers.longest_remaining)
        time = hours_text(numbers.longest_remaining_hours)
        if pilot_map.pilot.step:
            yield tr("Most of the rest: {step}, {time}.", step=step, time=time)
        else:
            yield tr("Most of the time: {step}, {time}.", step=step, time=time)
    if numbers.returns:
        yield tr(
            "Work that comes back costs {time} a case more, not counted above.",
            time=hours_text(numbers.returns),
        )


def _counted(numbers: Figures) -> str:
    share = numbers.cases_counted or 0.0
    if share > 1 - 1e-9:
        return ""
    return tr(
        "The outcome is about {share} of the cases, which take {time} of it.",
        share=percent(round(share, 3)),
        time=hours_text(numbers.today or 0.0),
    )


def _verdict(pilot_map: PilotMap, numbers: Figures) -> Iterator[str]:
    yield words.scale_words(pilot_map, numbers)
    yield words.verdict_words(pilot_map, numbers)
    yield words.not_in_the_forecast(pilot_map, numbers)


def _loads(pilot_map: PilotMap, numbers: Figures) -> Iterator[str]:
    for lane, today in (numbers.lane_load or {}).items():
        after = (numbers.lane_load_with_ai or {}).get(lane)
        if today.hours or (after is not None and after.hours):
            yield load_sentence(lane_words(pilot_map.lane_by_id[lane]), today, after)


def load_sentence(lane: str, today: LaneLoad, after: LaneLoad | None) -> str:
    """What a lane works a day, today and with the AI, of the hours that it has."""
    if after is None or abs(after.hours - today.hours) < 1e-9:
        return tr("{lane} works {now}.", lane=lane, now=load_words(today))
    return tr(
        "{lane} works {now}, with the AI {then}.",
        lane=lane,
        now=load_words(today),
        then=load_words(after),
    )


def load_words(load: LaneLoad) -> str:
    """47 of 60 h a day (78 %); without the people 47 h a day."""
    if load.available is None:
        return tr("{hours} a day", hours=hours_text(load.hours))
    of = {"hours": decimal(load.hours), "available": figure(load.available)}
    if load.ratio is None:
        return tr("{hours} of {available} h a day", **of)
    return tr("{hours} of {available} h a day ({share})", **of, share=percent(round(load.ratio, 2)))


def freed_sentence(numbers: Figures) -> str:
    """The hours that the pilot frees in a year; nothing where it frees none."""
    money = numbers.money
    if money is None or money.hours_freed_per_year is None or money.hours_freed_per_year <= 0:
        return ""
    return tr(
        "Hours freed in a year: {hours}, as much as {people} full-time people work.",
        hours=decimal(money.hours_freed_per_year),
        people=decimal(money.full_time_equivalents or 0.0),
    )


def _money(pilot_map: PilotMap, numbers: Figures) -> Iterator[str]:
    money = numbers.money
    if money is None or money.hours_freed_per_year is None:
        return
    yield freed_sentence(numbers)
    if money.saving_per_year is not None:
        amount = money_text(pilot_map, money.saving_per_year)
        yield tr("Saved in a year: {amount}.", amount=amount)
    if money.payback_months is not None:
        months = max(1, round(money.payback_months))
        yield trn(
            "It has paid for itself after {number} month.",
            "It has paid for itself after {number} months.",
            months,
        )
    if money.break_even_error_share is not None:
        share = percent(round(money.break_even_error_share, 3))
        yield tr(
            "It costs more than it saves where over {share} of its answers are wrong.", share=share
        )


def money_text(pilot_map: PilotMap, amount: float) -> str:
    """An amount of the map's currency, in whole units."""
    return f"{decimal(round(amount))} {pilot_map.currency}".strip()
