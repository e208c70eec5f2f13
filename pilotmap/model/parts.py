"""What a map holds, whether it fits together or not."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pilotmap.model.gates.feasibility import Feasibility
from pilotmap.model.gates.gate import GateNumber, SealedGate
from pilotmap.model.gates.integration import Integration
from pilotmap.model.gates.shadow import Shadow
from pilotmap.model.notes import Attendee, Note, Source, Waiver
from pilotmap.model.outcome import Outcome
from pilotmap.model.pilot import Pilot
from pilotmap.model.process import Flow, Lane, Phase, Step, System
from pilotmap.model.quantity import Volume
from pilotmap.model.signoff import Record, Seal, Signoff, decisions_of, seals_of
from pilotmap.model.value import IsoDate, Text, Value


class Parts(Value):
    """The keys of the file, each part of it well-formed, and the parts by their ids."""

    format: Literal["pilotmap"]
    version: Literal[3]
    title: Text = ""
    organisation: Text = ""
    opened: IsoDate | None = None
    outcome: Outcome = Outcome()
    currency: Text = ""
    volume: Volume | None = None
    lanes: tuple[Lane, ...] = ()
    systems: tuple[System, ...] = ()
    steps: tuple[Step, ...] = ()
    flows: tuple[Flow, ...] = ()
    pilot: Pilot = Pilot()
    source: Source | None = None
    phases: tuple[Phase, ...] = ()
    notes: tuple[Note, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    signoffs: tuple[Record, ...] = ()
    feasibility: Feasibility | None = None
    integration: Integration | None = None
    shadow: Shadow | None = None

    @cached_property
    def lane_by_id(self) -> Mapping[str, Lane]:
        """Lanes by id, in the order of the file."""
        return {lane.id: lane for lane in self.lanes}

    @cached_property
    def system_by_id(self) -> Mapping[str, System]:
        """Systems by id, in the order of the file."""
        return {system.id: system for system in self.systems}

    @cached_property
    def step_by_id(self) -> Mapping[str, Step]:
        """Steps of every kind by id, in the order of the file."""
        return {step.id: step for step in self.steps}

    @cached_property
    def flow_by_id(self) -> Mapping[str, Flow]:
        """Flows by id, in the order of the file."""
        return {flow.id: flow for flow in self.flows}

    @cached_property
    def note_by_id(self) -> Mapping[str, Note]:
        """Notes by id, in the order of the file."""
        return {note.id: note for note in self.notes}

    def decisions(self, gate: GateNumber = 1) -> tuple[Signoff, ...]:
        """The sign-offs of a gate, in the order they were given."""
        return decisions_of(self.signoffs, gate)

    def seals(self, gate: SealedGate) -> tuple[Seal, ...]:
        """The seals of a gate's threshold, the one that holds now last."""
        return seals_of(self.signoffs, gate)
