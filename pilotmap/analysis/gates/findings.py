"""Everything that can be found about gates 2 to 4."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from pilotmap.analysis.chain import moment
from pilotmap.analysis.findings.finding import Finding
from pilotmap.analysis.gates.facts import GateFacts, told
from pilotmap.analysis.gates.sealing import judged, misfit, part_of, seal_of
from pilotmap.analysis.gates.shadow_run import RunVerdict, shadow_run
from pilotmap.analysis.gates.trial import TrialVerdict, trial
from pilotmap.analysis.gates.work_list import Asked, work_list
from pilotmap.analysis.wording import listed, long_date, percent, quantity_words, quoted
from pilotmap.language import N_, in_figures, tr, trn
from pilotmap.model.fields.table import field_of
from pilotmap.model.gates.feasibility import Feasibility, FormerThreshold, TrialChoice
from pilotmap.model.gates.gate import GATE_KEYS, SealedGate
from pilotmap.model.gates.shadow import (
    FEWEST_WEEKS,
    MOST_WEEKS,
    Flip,
    FlipChoice,
    FormerMark,
    Shadow,
)
from pilotmap.model.signoff import SEAT_WORDS

_ORDER: Final = {"error": 0, "warning": 1, "note": 2}
_CHOICE_FOR: Final[dict[TrialVerdict, TrialChoice]] = {"kill": "kill", "proceed": "proceed"}
_FLIP_FOR: Final[dict[RunVerdict, FlipChoice]] = {"pass": "flip", "fail": "stop"}
_WEEK: Final = timedelta(days=7)
_MOST_LINES: Final = 5
_OF_GATE_2: Final = ("opened", "built", "threshold", "does_well", "fails_at", "decision")
_OF_GATE_4: Final = ("opened", "weeks", "threshold", "reckoned", "flip")
_OF_FLIP: Final = ("on", "monitors", "hours", "way_back")


def find_in_gate(facts: GateFacts) -> tuple[Finding, ...]:
    """The findings of a gate, errors first, each kind in the order of the rules."""
    found = sorted(_all(facts), key=lambda finding: finding.rule)
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))


def _all(facts: GateFacts) -> Iterator[Finding]:
    if facts.why_locked:
        yield told(facts, 1, facts.why_locked)
        if getattr(facts.map, GATE_KEYS[facts.gate]) is None:
            return
    yield from _next_date(facts)
    yield from _stale(facts)
    if facts.gate == 3:
        yield from _integration(facts)
        return
    yield from _sealed(facts, facts.gate)
    yield from _cases(facts, facts.gate)
    yield from (_feasibility if facts.gate == 2 else _shadow)(facts)


def _next_date(facts: GateFacts) -> Iterator[Finding]:
    part = getattr(facts.map, GATE_KEYS[facts.gate])
    if part is None or part.opened is None or all(seat.agrees for seat in facts.seats.values()):
        return
    if part.next_review is None:
        words = tr("Gate {gate} has no next date: pilots end by evaporating", gate=facts.gate)
        yield told(facts, 3, words, "next_review")
    elif part.next_review < facts.today:
        day = long_date(part.next_review)
        words = tr(
            "Gate {gate} was to be looked at on {day}: do, or set a new date",
            gate=facts.gate,
            day=day,
        )
        yield told(facts, 3, words, "next_review")


def _stale(facts: GateFacts) -> Iterator[Finding]:
    for seat, now in facts.seats.items():
        if now.state == "stale" and now.record is not None:
            words = tr(
                "{seat} signed another version of Gate {gate}: {name} on {day}. Ask again",
                seat=tr(SEAT_WORDS[seat]),
                gate=facts.gate,
                name=now.name,
                day=long_date(moment(now.record).date()),
            )
            yield told(facts, 4, words, f"signoffs.{seat}")


def _missing(facts: GateFacts, holder: object, element: str, key: str) -> Iterator[Finding]:
    value = getattr(holder, key)
    if value is None or (isinstance(value, str) and not value.strip()):
        caption = tr(field_of(element, key).caption)
        place = key if element in ("Feasibility", "Shadow") else f"flip.{key}"
        yield told(facts, 2, tr("Not answered yet: {question}", question=caption), place)


def _sealed(facts: GateFacts, gate: SealedGate) -> Iterator[Finding]:
    part = part_of(facts.map, gate)
    if seal_of(facts.map, gate) is None:
        cases = judged(part)
        if cases:
            words = trn(
                "{number} case was judged before the threshold was sealed: seal it now, and say so",
                "{number} cases were judged before the threshold was sealed: seal it now, and say "
                "so",
                cases,
            )
            yield told(facts, 10, words, "sealed")
        elif part.threshold is not None:
            yield told(facts, 2, tr("The threshold is not sealed yet"), "sealed")
    differs = misfit(facts.map, gate)
    if differs is not None:
        words = tr(
            "The threshold says {now}, its seal {sealed}: put it right, or change it with a reason",
            now=differs[0],
            sealed=differs[1],
        )
        yield told(facts, 11, words, "threshold")
    for former in part.history:
        yield told(facts, 12, _changed(former), "threshold")


def _changed(former: FormerThreshold | FormerMark) -> str:
    if isinstance(former, FormerThreshold):
        was, cases = percent(former.threshold), former.judged
    else:
        mean = former.threshold
        was = "–" if mean is None or mean.number is None else quantity_words(mean.number, mean.sign)
        cases = former.records
    return trn(
        "The threshold was {was} until it was changed after {number} case, by {name}: {reason}",
        "The threshold was {was} until it was changed after {number} cases, by {name}: {reason}",
        cases,
        was=was,
        name=former.by,
        reason=former.reason,
    )


def _cases(facts: GateFacts, gate: SealedGate) -> Iterator[Finding]:
    part = part_of(facts.map, gate)
    if part.carried:
        words = trn(
            "{number} case of an earlier version of the file stands in the map: take it into the "
            "file of cases",
            "{number} cases of an earlier version of the file stand in the map: take them into the "
            "file of cases",
            len(part.carried),
        )
        yield told(facts, 15, words, "records")
    if part.records is None:
        return
    file, beside = quoted(part.records.file), facts.beside.of(gate)
    if beside.state == "missing":
        words = tr(
            "{file} does not lie beside the map: put it back, or take the cases in again", file=file
        )
        yield told(facts, 13, words, "records")
    elif beside.state == "unreadable":
        yield told(
            facts,
            13,
            tr("{file} cannot be read: {reason}", file=file, reason=beside.reason),
            "records",
        )
    elif beside.state == "changed":
        words = tr(
            "{file} is not the one that was taken in ({then} cases then, {now} now): it was "
            "edited, or a save was cut off. Take it in again",
            file=file,
            then=in_figures(f"{part.records.rows:,}"),
            now="?" if beside.rows is None else in_figures(f"{beside.rows:,}"),
        )
        bad = beside.bad
        if bad:
            words = tr(
                "{finding}. Left out then: {lines}", finding=words, lines=listed(bad, _MOST_LINES)
            )
        yield told(facts, 14, words, "records")


def _feasibility(facts: GateFacts) -> Iterator[Finding]:
    part = facts.map.feasibility or Feasibility()
    for key in _OF_GATE_2:
        yield from _missing(facts, part, "Feasibility", key)
    figures = trial(part, facts.today)
    if figures.rate.failed and not part.to_fix:
        caption = tr(field_of("Feasibility", "to_fix").caption)
        yield told(facts, 2, tr("Not answered yet: {question}", question=caption), "to_fix")
    if figures.unjudged > 0:
        words = trn(
            "{number} case has not been judged yet",
            "{number} cases have not been judged yet",
            figures.unjudged,
        )
        yield told(facts, 21, words, "records")
    if figures.days_over and not all(seat.agrees for seat in facts.seats.values()):
        words = trn(
            "The two weeks are over by {number} day: decide on what there is",
            "The two weeks are over by {number} days: decide on what there is",
            figures.days_over,
        )
        yield told(facts, 20, words, "opened")
    decision = part.decision
    if decision is None:
        return
    if decision.on is None:
        yield told(facts, 2, tr("The decision has no day"), "decision.on")
    if figures.judged and _CHOICE_FOR.get(figures.judged.verdict) != decision.choice:
        yield from _otherwise(facts, decision.reason, "decision.reason")


def _shadow(facts: GateFacts) -> Iterator[Finding]:
    part = facts.map.shadow or Shadow()
    for key in _OF_GATE_4:
        yield from _missing(facts, part, "Shadow", key)
    if part.weeks is not None and not FEWEST_WEEKS <= part.weeks <= MOST_WEEKS:
        words = trn(
            "A shadow run of {number} week: two to four weeks are usual",
            "A shadow run of {number} weeks: two to four weeks are usual",
            part.weeks,
        )
        yield told(facts, 20, words, "weeks")
    target = facts.map.outcome.target
    if part.threshold is not None:
        if part.threshold.number is None:
            yield told(facts, 2, tr("The threshold is no number"), "threshold")
        elif target is not None and target.sign != part.threshold.sign:
            words = tr(
                "The threshold is in {unit}, the target of Gate 1 in {other}: use the same",
                unit=quoted(part.threshold.sign),
                other=quoted(target.sign),
            )
            yield told(facts, 21, words, "threshold")
    if part.flip is not None:
        yield from _flip(facts, part, part.flip)


def _flip(facts: GateFacts, part: Shadow, flip: Flip) -> Iterator[Finding]:
    figures = shadow_run(part, facts.map.outcome.change, facts.today)
    if flip.choice == "flip":
        for key in _OF_FLIP:
            yield from _missing(facts, flip, "Flip", key)
        if not flip.back_if.measure.strip() or flip.back_if.limit is None:
            yield told(
                facts,
                2,
                tr("Not said yet when to go back: a measure and its limit"),
                "flip.back_if",
            )
    elif flip.on is None:
        yield told(facts, 2, tr("The decision has no day"), "flip.on")
    if figures.judged and _FLIP_FOR.get(figures.judged.verdict) != flip.choice:
        yield from _otherwise(facts, flip.reason, "flip.reason")


def _otherwise(facts: GateFacts, reason: str, place: str) -> Iterator[Finding]:
    """A decision against the figures needs its reason."""
    if not reason.strip():
        words = tr("The decision is not what the figures say: give the reason")
        yield told(facts, 16, words, place)


def _integration(facts: GateFacts) -> Iterator[Finding]:
    part = facts.map.integration
    if part is None or part.opened is None:
        caption = tr(field_of("Integration", "opened").caption)
        yield told(facts, 2, tr("Not answered yet: {question}", question=caption), "opened")
    after_a_week = (
        part is not None and part.opened is not None and facts.today > part.opened + _WEEK
    )
    for asked in work_list(facts.map).rows:
        yield from _row(facts, asked, after_a_week=after_a_week)


_ROW_LACKS: Final = {
    "state": N_("is not tested"),
    "owner": N_("has no owner"),
    "evidence": N_("has no evidence"),
}


def _row(facts: GateFacts, asked: Asked, *, after_a_week: bool) -> Iterator[Finding]:
    row = asked.row
    name = quoted(row.about or row.question)
    place = f"rows.{row.key}"
    if not asked.is_clear:
        lacks = [] if row.state == "tested" else ["state"]
        lacks += [key for key in ("owner", "evidence") if not getattr(row, key).strip()]
        words = tr("{row} {lacks}", row=name, lacks=listed(tr(_ROW_LACKS[key]) for key in lacks))
        yield told(facts, 23, words, place, asked.refs)
    if not asked.owner_of_system:
        words = tr(
            "Nobody is named for the system {system}: name its owner on the map", system=name
        )
        yield told(facts, 20, words, place, asked.refs)
    if after_a_week and not row.owner.strip():
        yield told(
            facts, 21, tr("{row} has had no owner for over a week", row=name), place, asked.refs
        )
    if row.evidence.strip() in facts.beside.missing_evidence:
        words = tr(
            "{row}: the evidence {file} does not lie beside the map",
            row=name,
            file=quoted(row.evidence.strip()),
        )
        yield told(facts, 22, words, place, asked.refs)
