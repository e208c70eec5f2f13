"""Seals of thresholds: made as records of the chain, and held against what the gate says now."""

from typing import Any

from pilotmap.analysis.chain import NO_ID, chained, last_id
from pilotmap.analysis.wording import percent, quantity_words
from pilotmap.language import tr
from pilotmap.model.edits.gates import put_gate
from pilotmap.model.edits.parts import refuse
from pilotmap.model.gates.feasibility import Feasibility, FormerThreshold
from pilotmap.model.gates.gate import SealedGate
from pilotmap.model.gates.shadow import FormerMark, Shadow
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import meaning
from pilotmap.model.signoff import Seal


def seal_gate(
    pilot_map: PilotMap, gate: SealedGate, by: str, at: str, entered_by: str = ""
) -> PilotMap:
    """Seal the threshold as it stands; `at` is an ISO time with its offset.

    Raises EditRefused where there is nothing to seal, nobody's name, or a seal already.
    """
    part = part_of(pilot_map, gate)
    if part.threshold is None or (isinstance(part, Shadow) and part.threshold.number is None):
        refuse(tr("There is no threshold to seal yet: enter it first."))
    if isinstance(part, Shadow) and not part.reckoned.strip():
        refuse(tr("Say first how the value of a case is reckoned: it is sealed too."))
    if not by.strip():
        refuse(tr("Who seals it? Enter the name."))
    if pilot_map.seals(gate):
        refuse(tr("It is sealed already: a change needs a reason."))
    return _sealed(pilot_map, gate, by=by, at=at, entered_by=entered_by)


def change_sealed(
    pilot_map: PilotMap,
    gate: SealedGate,
    changes: dict[str, Any],
    by: str,
    reason: str,
    at: str,
    entered_by: str = "",
) -> PilotMap:
    """Put another threshold in the place of a sealed one: a new seal, the old value in `history`.

    Raises EditRefused without a reason or a name.
    """
    part = part_of(pilot_map, gate)
    if not by.strip() or not reason.strip():
        refuse(tr("A sealed threshold changes only with a name and a reason: enter both."))
    former: FormerThreshold | FormerMark
    if isinstance(part, Feasibility):
        former = FormerThreshold(
            threshold=part.threshold or 0.0,
            sealed=part.sealed,
            until=at,
            by=by,
            reason=reason,
            judged=judged(part),
        )
    else:
        former = FormerMark(
            threshold=part.threshold,
            agreement=part.agreement,
            reckoned=part.reckoned,
            sealed=part.sealed,
            until=at,
            by=by,
            reason=reason,
            records=judged(part),
        )
    changed = put_gate(pilot_map, gate, history=(*part.history, former), **changes)
    return _sealed(changed, gate, by=by, at=at, reason=reason, entered_by=entered_by)


def judged(part: Feasibility | Shadow) -> int:
    """How many cases of a gate were judged, or recorded, by now."""
    if isinstance(part, Feasibility):
        return part.records.summary.judged if part.records else len(part.carried)
    return part.records.rows if part.records else len(part.carried)


def _sealed(pilot_map: PilotMap, gate: SealedGate, **said: Any) -> PilotMap:
    part = part_of(pilot_map, gate)
    step = pilot_map.step_by_id.get(pilot_map.pilot.step or "")
    draft = Seal(
        kind="seal",
        gate=gate,
        applies_to=(step.name if step else "") if gate == 2 else pilot_map.outcome.measure,
        judged=judged(part),
        meaning=meaning(pilot_map),
        previous=last_id(pilot_map),
        id=NO_ID,
        **_fixed(part),
        **said,
    )
    sealed = chained(pilot_map, draft)
    return put_gate(sealed, gate, sealed=sealed.signoffs[-1].id)


def _fixed(part: Feasibility | Shadow) -> dict[str, Any]:
    """What a seal fixes, under the names of its own fields."""
    if isinstance(part, Feasibility):
        return {"failed_share": part.threshold}
    return {"mean": part.threshold, "agreement": part.agreement, "reckoned": part.reckoned}


def seal_of(pilot_map: PilotMap, gate: SealedGate) -> Seal | None:
    """The seal that holds now: the last one of the gate in the chain."""
    seals = pilot_map.seals(gate)
    return seals[-1] if seals else None


def misfit(pilot_map: PilotMap, gate: SealedGate) -> tuple[str, str] | None:
    """What the gate says and what its seal says, in words, where the two differ."""
    seal, part = seal_of(pilot_map, gate), part_of(pilot_map, gate)
    if seal is None:
        return None
    sealed = {name: getattr(seal, name) for name in _fixed(part)}
    if sealed != _fixed(part):
        return _words(_fixed(part)), _words(sealed)
    if part.sealed != seal.id:
        return tr("the seal {id}", id=(part.sealed or "–")[:8]), tr("the seal {id}", id=seal.id[:8])
    return None


def _words(fixed: dict[str, Any]) -> str:
    if "failed_share" in fixed:
        share = fixed["failed_share"]
        return "–" if share is None else percent(share)
    mean, agreement = fixed["mean"], fixed["agreement"]
    words = [] if mean is None or mean.number is None else [quantity_words(mean.number, mean.sign)]
    words += [] if agreement is None else [tr("agreement {share}", share=percent(agreement))]
    return ", ".join([*words, f"“{fixed['reckoned']}”"])


def part_of(pilot_map: PilotMap, gate: SealedGate) -> Feasibility | Shadow:
    """The gate as the file holds it, empty where it was not begun."""
    if gate == 2:
        return pilot_map.feasibility or Feasibility()
    return pilot_map.shadow or Shadow()
