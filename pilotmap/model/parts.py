"""What a map holds, whether it fits together or not."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pilotmap.model.gates import Feasibility, Integration, Shadow
from pilotmap.model.notes import Attendee, Note, Source, Waiver
from pilotmap.model.outcome import Outcome
from pilotmap.model.pilot import Pilot
from pilotmap.model.process import Flow, Lane, Phase, Step, System
from pilotmap.model.quantity import Volume
from pilotmap.model.signoff import Signoff
from pilotmap.model.value import IsoDate, Text, Value


class Parts(Value):
    """The keys of the file, each part of it well-formed, and the parts by their ids."""

    format: Literal["pilotmap"]
    version: Literal[2]
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
    signoffs: tuple[Signoff, ...] = ()
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
