"""What the figures of gates 2 to 4 say, in the same sentences in window, documents and `check`."""

from collections.abc import Iterator

from pilotmap.analysis.figures import Figures
from pilotmap.analysis.gates.intervals import Interval
from pilotmap.analysis.gates.shadow_run import Measured, RunJudged, ShadowRun
from pilotmap.analysis.gates.trial import Judged, Rate, Trial
from pilotmap.analysis.gates.work_list import WorkList
from pilotmap.analysis.wording import figure, percent, short_date
from pilotmap.language import in_figures, tr, trn
from pilotmap.model.gates.feasibility import CAP_DAYS, Feasibility
from pilotmap.model.gates.shadow import Shadow
from pilotmap.model.map import PilotMap


def interval_words(interval: Interval) -> str:
    """5.4 to 13.2 %."""
    low, high = percent(interval.low).removesuffix(" %"), percent(interval.high)
    return tr("{low} to {high}", low=low, high=high)


def rate_sentence(rate: Rate) -> str:
    """How many failed, and how sure that is."""
    if rate.share is None or rate.interval is None:
        return tr("No case has been judged yet.")
    return trn(
        "{failed} of {number} judged case failed: {share} (95 % interval: {interval}).",
        "{failed} of {number} judged cases failed: {share} (95 % interval: {interval}).",
        rate.judged,
        failed=in_figures(f"{rate.failed:,}"),
        share=percent(rate.share),
        interval=interval_words(rate.interval),
    )


def trial_verdict_words(judged: Judged | None) -> str:
    """The verdict in a word or two."""
    if judged is None:
        return tr("No verdict without a threshold")
    words = {"kill": tr("Kill"), "proceed": tr("Proceed"), "not_enough": tr("Not enough cases")}
    return words[judged.verdict]


def trial_verdict_sentence(found: Trial, judged: Judged | None, threshold: float | None) -> str:
    """The verdict and what it rests on."""
    if judged is None or threshold is None:
        return tr("There is no verdict before there is a threshold.")
    said = {"threshold": percent(threshold), "number": in_figures(f"{found.rate.judged:,}")}
    if not found.rate.judged and judged.verdict == "kill":
        return tr("Kill: the two weeks are over, and no case was judged.")
    if judged.verdict == "kill":
        words = tr("Kill: the failure rate is above the threshold of {threshold}.", **said)
    elif judged.verdict == "proceed":
        words = tr("Proceed: the failure rate is within the threshold of {threshold}.", **said)
    else:
        return _not_enough(judged, found.rate.judged, threshold)
    return (
        words
        if judged.certain
        else tr("{verdict} On {number} cases, not certain.", verdict=words, **said)
    )


def _not_enough(judged: Judged, cases: int, threshold: float) -> str:
    if judged.further is None:
        return tr(
            "Not enough: the rate is the threshold of {threshold} itself, and no number of further "
            "cases at this rate would settle it.",
            threshold=percent(threshold),
        )
    if cases == 0:
        return trn(
            "Not enough: with no failure at all it takes {number} case to show at most "
            "{threshold}.",
            "Not enough: with no failure at all it takes {number} cases to show at most "
            "{threshold}.",
            judged.further,
            threshold=percent(threshold),
        )
    return trn(
        "Not enough to tell it from {threshold}: {number} more case at this rate would.",
        "Not enough to tell it from {threshold}: {number} more cases at this rate would.",
        judged.further,
        threshold=percent(threshold),
    )


def days_words(days_left: int | None) -> str:
    """Days left of the two weeks, or days over; nothing where it was not opened."""
    if days_left is None:
        return ""
    if days_left < 0:
        return trn("{number} day over", "{number} days over", -days_left)
    return trn("{number} day left", "{number} days left", days_left)


def trial_sentences(feasibility: Feasibility, found: Trial) -> Iterator[str]:
    """Rate, verdict, verdicts under former thresholds, and the time, one fact each."""
    yield rate_sentence(found.rate)
    yield trial_verdict_sentence(found, found.judged, feasibility.threshold)
    for former, judged in zip(feasibility.history, found.before, strict=True):
        yield trn(
            "The threshold was changed after {number} case; under {was} it would say: {verdict}",
            "The threshold was changed after {number} cases; under {was} it would say: {verdict}",
            former.judged,
            was=percent(former.threshold),
            verdict=trial_verdict_sentence(found, judged, former.threshold),
        )
    if found.days_left is not None:
        yield tr(
            "Two weeks ({days} days): {left}.", days=CAP_DAYS, left=days_words(found.days_left)
        )


def kind_lines(found: Trial) -> Iterator[str]:
    """The rate of each kind, a line each."""
    for rate in found.kinds:
        if rate.share is not None and rate.interval is not None:
            yield tr(
                "{kind}: {failed} of {judged}, {share} ({interval})",
                kind=rate.kind,
                failed=in_figures(f"{rate.failed:,}"),
                judged=in_figures(f"{rate.judged:,}"),
                share=percent(rate.share),
                interval=interval_words(rate.interval),
            )


def offered_threshold(numbers: Figures) -> float | None:
    """The failure rate at which the pilot neither saves nor costs, where Gate 1 tells it."""
    return numbers.money.break_even_error_share if numbers.money is not None else None


def offered_sentence(pilot_map: PilotMap, numbers: Figures) -> str:
    """The threshold offered with its sum, or why there is none."""
    share = offered_threshold(numbers)
    if share is None:
        money = numbers.money
        reason = money.because.get("break_even_error_share") if money is not None else None
        words = tr(reason) if reason else tr("Gate 1 does not say what a mistake costs")
        return tr("No threshold can be offered: {reason}.", reason=words)
    cost = pilot_map.pilot.cost_of_error
    return tr(
        "At a failure rate of {share} the pilot neither saves nor costs: what its work saves a "
        "case, divided by what the wrong answers that are let through cost ({cost} {currency} "
        "each).",
        share=percent(share),
        cost=figure(cost.value) if cost else "0",
        currency=pilot_map.currency,
    )


def mean_sentence(measured: Measured, unit: str) -> str:
    """The reckoned mean with its interval and median."""
    cases = measured.cases
    if cases.mean is None or cases.median is None:
        return tr("No record has a value yet.")
    words = trn(
        "Reckoned mean of {number} case: {mean} {unit}, median {median} {unit}",
        "Reckoned mean of {number} cases: {mean} {unit}, median {median} {unit}",
        cases.values,
        mean=_rounded(cases.mean),
        median=_rounded(cases.median),
        unit=unit,
    )
    if measured.mean is None:
        return words + "."
    low, high = _rounded(measured.mean.low), _rounded(measured.mean.high)
    return tr("{mean} (95 % interval: {low} to {high}).", mean=words, low=low, high=high)


def agreement_sentence(measured: Measured) -> str:
    """In how many cases AI and person agreed; nothing where no case says."""
    if measured.agreement is None or measured.agreement_interval is None:
        return ""
    return trn(
        "AI and person agreed in {agreed} of {number} case: {share} (95 % interval: {interval}).",
        "AI and person agreed in {agreed} of {number} cases: {share} (95 % interval: {interval}).",
        measured.cases.compared,
        agreed=in_figures(f"{measured.cases.agreed:,}"),
        share=percent(measured.agreement),
        interval=interval_words(measured.agreement_interval),
    )


def run_verdict_words(judged: RunJudged | None) -> str:
    """The verdict in a word or two."""
    if judged is None:
        return tr("No verdict without a threshold")
    words = {"pass": tr("Pass"), "fail": tr("Fail"), "not_enough": tr("Not enough cases")}
    return words[judged.verdict]


def mark_words(shadow: Shadow, change: str | None) -> str:
    """What the run must reach: mean at most 30 h, agreement at least 90 %."""
    threshold = shadow.threshold
    if threshold is None or threshold.number is None:
        return ""
    said = {"value": figure(threshold.number), "unit": threshold.sign}
    if change == "increase":
        words = tr("mean at least {value} {unit}", **said)
    else:
        words = tr("mean at most {value} {unit}", **said)
    if shadow.agreement is None:
        return words
    return tr("{mean}, agreement at least {share}", mean=words, share=percent(shadow.agreement))


def run_verdict_sentence(judged: RunJudged | None, mark: str) -> str:
    """The verdict and what it rests on."""
    if judged is None:
        return tr("There is no verdict before there is a threshold.")
    if judged.verdict == "pass":
        return tr("Pass: the shadow run reaches its threshold ({mark}).", mark=mark)
    if judged.verdict == "fail":
        return tr("Fail: the shadow run misses its threshold ({mark}).", mark=mark)
    if judged.further is None:
        return tr("Not enough to say whether the threshold is reached ({mark}).", mark=mark)
    return trn(
        "Not enough to say whether the threshold is reached ({mark}): {number} more case like "
        "these would.",
        "Not enough to say whether the threshold is reached ({mark}): {number} more cases like "
        "these would.",
        judged.further,
        mark=mark,
    )


def run_sentences(pilot_map: PilotMap, shadow: Shadow, found: ShadowRun) -> Iterator[str]:
    """Mean, agreement, verdict, verdicts under former thresholds, one fact each."""
    unit = shadow.threshold.sign if shadow.threshold else ""
    yield mean_sentence(found.all, unit)
    if words := agreement_sentence(found.all):
        yield words
    yield run_verdict_sentence(found.judged, mark_words(shadow, pilot_map.outcome.change))
    for former, judged in zip(shadow.history, found.before, strict=False):
        mark = former.threshold
        was = "" if mark is None or mark.number is None else f"{figure(mark.number)} {mark.sign}"
        yield trn(
            "The threshold was changed after {number} record; under {was} it would say: {verdict}",
            "The threshold was changed after {number} records; under {was} it would say: {verdict}",
            former.records,
            was=was,
            verdict=run_verdict_words(judged),
        )


def week_lines(shadow: Shadow, found: ShadowRun) -> Iterator[str]:
    """The mean of each week, a line each."""
    unit = shadow.threshold.sign if shadow.threshold else ""
    for week in found.weeks:
        if week.cases.week is not None and week.cases.mean is not None:
            yield trn(
                "Week of {day}: {mean} {unit} over {number} case",
                "Week of {day}: {mean} {unit} over {number} cases",
                week.cases.values,
                day=short_date(week.cases.week),
                mean=_rounded(week.cases.mean),
                unit=unit,
            )


def effort_sentence(ai_days: float | None, found: WorkList) -> str:
    """The AI 8 days, integration 34 days (81 %)."""
    days = found.effort_days
    if ai_days is None or ai_days + days == 0:
        return tr("Integration: {days} days so far.", days=figure(days))
    share = days / (ai_days + days)
    return tr(
        "Effort: the AI {ai} days, integration {days} days ({share} %).",
        ai=figure(ai_days),
        days=figure(days),
        share=f"{share * 100:.0f}",
    )


def list_sentence(found: WorkList) -> str:
    """How many rows are clear."""
    return trn(
        "{clear} of {number} row is clear: tested, with an owner and evidence.",
        "{clear} of {number} rows are clear: tested, with an owner and evidence.",
        len(found.rows),
        clear=in_figures(f"{found.clear:,}"),
    )


def _rounded(value: float) -> str:
    return figure(float(f"{value:.4g}"))
