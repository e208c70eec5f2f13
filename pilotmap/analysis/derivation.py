"""What the AI and its human pattern put in the place of one step, piece by piece."""

from typing import Any, Final, NamedTuple

from pilotmap.analysis.veto import is_looked_at
from pilotmap.language import N_, tr
from pilotmap.model.clock import Clock
from pilotmap.model.ids import taken_ids
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note
from pilotmap.model.pilot import Mode, Pilot
from pilotmap.model.process import Flow, Lane, Step
from pilotmap.model.quantity import duration_text

AI_LANE_NAME: Final = N_("AI")
_LONGEST_ID: Final = 80


class Derived(NamedTuple):
    """The parts of the map with AI, in the order of the file with what is new behind.

    What is as today is the very same object. `sure` is where a case goes on of which the AI is
    sure: a check, or what follows the AI step. `landing` are the flows by which a case goes on
    from all this. `unsure_flows` and `rejected_flows` are those of which the first takes that share
    of the cases and the second the others.
    """

    lanes: tuple[Lane, ...]
    steps: tuple[Step, ...]
    flows: tuple[Flow, ...]
    pilot: Pilot
    assumed: tuple[Note, ...]
    sure: str
    landing: tuple[str, ...]
    unsure_flows: tuple[str, str] | None
    rejected_flows: tuple[str, str] | None
    clock: Clock


class Opening(NamedTuple):
    """A way out of a step that does not lead anywhere yet."""

    source: str
    label: str = ""
    share: float | None = None


class Derivation:
    """One derivation under way: the steps and flows made and changed so far."""

    def __init__(self, pilot_map: PilotMap, ai_step: Step, mode: Mode) -> None:
        self.m = pilot_map
        self.old = ai_step
        self.mode = mode
        self.taken = taken_ids(pilot_map)
        self.ai_lane = Lane(id=self._id("ai"), name=tr(AI_LANE_NAME), kind="ai")
        self.human = pilot_map.pilot.human or ai_step.lane
        self.steps: dict[str, Step] = {step.id: step for step in pilot_map.steps}
        self.flows: dict[str, Flow] = {flow.id: flow for flow in pilot_map.flows}
        self.landing: list[Opening] = []
        self.landed: list[str] = []
        self.by_hand: dict[str, str] = {}
        self.assumed: tuple[Note, ...] = ()

    def parts(self) -> Derived:
        """The whole: the AI at work, who takes over, who checks, and on to what follows."""
        ai_step = self._ai_at_work()
        opening = Opening(ai_step)
        if self.m.pilot.escalates_to is not None:
            opening = self._escalate(opening, self.m.pilot.escalates_to)
        opening, check = self._check(opening)
        then = self._land(opening)
        return Derived(
            lanes=self._lanes(),
            steps=tuple(self.steps.values()),
            flows=tuple(self.flows.values()),
            pilot=self.m.pilot.replace(step=ai_step, mode=self.mode),
            assumed=self.assumed,
            sure=check or then,
            landing=tuple(self.landed),
            unsure_flows=self._pair("by_hand"),
            rejected_flows=self._pair("rejected"),
            clock=self.m.clock,
        )

    def _ai_at_work(self) -> str:
        """S in the lane AI with the AI's time; a decision gets a step before it for that."""
        time, old = self.m.pilot.ai_time, self.old
        if old.kind == "step":
            alone = old.done_by((self.ai_lane.id,))
            self.steps[old.id] = alone.replace(work=time, wait=None, pin=old.pin)
            return old.id
        decide = self._step(
            "decide",
            tr("Decide: {step}", step=old.name),
            self.ai_lane.id,
            work=time,
            systems=old.systems,
        )
        for flow in self.m.flows_in(old.id):
            self.flows[flow.id] = flow.replace(target=decide)
        lane = self.ai_lane.id if self.mode == "autonomous" else self.human
        self.steps[old.id] = old.done_by((lane,)).replace(work=None, wait=None, pin=old.pin)
        return decide

    def _escalate(self, opening: Opening, lane: str) -> Opening:
        """Those of which the AI is not sure are done by hand."""
        unsure = number_of(self.m.pilot.unsure) or 0.0
        asks = self._step("sure", tr("Sure?"), self.ai_lane.id, kind="decision")
        self._flow("to_sure", opening, asks)
        self._by_hand("by_hand", Opening(asks, tr("no"), unsure), lane)
        return Opening(asks, tr("yes"), 1 - unsure)

    def _by_hand(self, suffix: str, opening: Opening, lane: str) -> None:
        old = self.old
        name, systems = tr("{step}, by hand", step=old.name), old.systems
        hand = self._step(
            *(suffix, name, lane),
            work=old.work,
            wait=old.wait,
            systems=systems,
        )
        self.steps[hand] = self.steps[hand].done_by((lane, *old.lanes[1:]))
        self.by_hand[suffix] = self._flow(f"to_{suffix}", opening, hand)
        self.landing.append(Opening(hand))

    def _pair(self, suffix: str) -> tuple[str, str] | None:
        """The flow to what is done by hand and the one with all other cases."""
        if suffix not in self.by_hand:
            return None
        asked = self.flows[self.by_hand[suffix]].source
        out = [flow.id for flow in self.flows.values() if flow.source == asked]
        (other,) = (one for one in out if one != self.by_hand[suffix])
        return self.by_hand[suffix], other

    def _check(self, opening: Opening) -> tuple[Opening, str | None]:
        """What the mode puts between the AI and what follows, and the id of that check."""
        if self.mode == "autonomous":
            return self._veto(opening)
        review, wait = self.m.pilot.review, self.m.pilot.review_wait or self.old.wait
        if self.mode == "draft":
            name = tr("Edit and send: {step}", step=self.old.name)
            edit = self._step("edit", name, self.human, work=review, wait=wait, checks_ai=True)
            self._flow("to_edit", opening, edit)
            self._assume(edit)
            return Opening(edit), edit
        rejected = number_of(self.m.pilot.rejected) or 0.0
        approve = self._step(
            *("approve", tr("Approve?"), self.human),
            kind="decision",
            work=review,
            wait=wait,
            checks_ai=True,
        )
        self._flow("to_approve", opening, approve)
        self._assume(approve)
        self._by_hand("rejected", Opening(approve, tr("no"), rejected), self.human)
        return Opening(approve, tr("yes"), 1 - rejected), approve

    def _veto(self, opening: Opening) -> tuple[Opening, str | None]:
        veto = self.m.pilot.veto
        if veto is None:
            return opening, None
        lane = self.m.pilot.stopped_by or self.old.lane
        review = self.m.pilot.review
        stop = self._step(
            *("veto", tr("Time to stop it"), lane),
            kind="wait",
            work=review,
            wait=veto,
            checks_ai=is_looked_at(self.m),
        )
        self._flow("to_veto", opening, stop)
        return Opening(stop), stop

    def _assume(self, check: str) -> None:
        """Say so where the queue before a check is taken from today's step."""
        if self.m.pilot.review_wait is not None or self.old.wait is None:
            return
        text = tr(
            "Assumed: “{check}” waits {time}, as “{step}” does today. The wait before the review "
            "is not given, and it lies in the same queue.",
            check=self.steps[check].name,
            time=duration_text(self.old.wait),
            step=self.old.name,
        )
        self.assumed = (Note(id=self._id("assumed"), kind="note", text=text, about=check),)

    def _land(self, opening: Opening) -> str:
        """Lead everything to T; the AI step's own flow now comes from the end of the sure path."""
        then = self.old.id
        if self.old.kind == "decision":
            self.landed.append(self._flow("decided", opening, then))
        else:
            on = self.m.flows_out(self.old.id)[0]
            then = on.target
            if self.landing and self.m.step_by_id[then].kind == "parallel":
                opening = self._meet(opening)
            if opening.source != self.old.id:
                label = opening.label or on.label
                self.flows[on.id] = on.replace(
                    source=opening.source, label=label, share=opening.share
                )
            self.landed.append(on.id)
        for number, other in enumerate(self.landing, start=1):
            self.landed.append(self._flow(f"back{number}", other, then))
        return then

    def _meet(self, opening: Opening) -> Opening:
        """Bring all ways together before a parallel, which would wait for every one of them."""
        done = self._step(
            "done", tr("{step}, done", step=self.old.name), self.old.lane, kind="wait"
        )
        self._flow("to_done", opening, done)
        for number, other in enumerate(self.landing, start=1):
            self._flow(f"back{number}", other, done)
        self.landing = []
        return Opening(done)

    def _lanes(self) -> tuple[Lane, ...]:
        lanes = self.m.lanes
        above = next(at for at, lane in enumerate(lanes) if lane.id == self.old.lane)
        return (*lanes[:above], self.ai_lane, *lanes[above:])

    def _step(self, suffix: str, name: str, lane: str, **fields: Any) -> str:
        made = Step(id=self._id(suffix), name=name, lane=lane, **({"kind": "step"} | fields))
        self.steps[made.id] = made
        return made.id

    def _flow(self, suffix: str, opening: Opening, target: str) -> str:
        made = Flow(id=self._id(suffix), target=target, **opening._asdict())
        self.flows[made.id] = made
        return made.id

    def _id(self, suffix: str) -> str:
        """The AI step's id with a suffix, shortened and numbered where that is needed."""
        number = 1
        while True:
            end = f".{suffix}" if number == 1 else f".{suffix}{number}"
            made = self.old.id[: _LONGEST_ID - len(end)] + end
            if made not in self.taken:
                self.taken.add(made)
                return made
            number += 1
