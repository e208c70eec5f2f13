"""What a screen reader says of the elements of a map: a short name first, the rest after it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from pilotmap.language import tr, trn
from pilotmap.layout.content import Notes
from pilotmap.layout.labels import label_text
from pilotmap.layout.look.marks import count_words
from pilotmap.layout.looks import notes_by_element
from pilotmap.layout.ornaments import tag_words
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Lane, Step
from pilotmap.model.quantity import duration_text
from pilotmap.ui.outline.rows import named


class Words:
    """Names and descriptions of the lanes, steps and flows of one map, by id.

    `tags` marks steps as `new` or `changed`, as in the picture with the AI. What the map does not
    hold has no words.
    """

    def __init__(self, pilot_map: PilotMap, tags: Mapping[str, str]) -> None:
        self.map = pilot_map
        self._tags = tags

    @cached_property
    def elements(self) -> frozenset[str]:
        """All that there is, in no order."""
        pilot_map = self.map
        return frozenset((*pilot_map.lane_by_id, *pilot_map.step_by_id, *pilot_map.flow_by_id))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All elements as one walks: who is there, then each step along its ways on."""
        pilot_map = self.map
        walked = (
            element
            for step in pilot_map.breadth_first
            for element in (step, *(flow.id for flow in pilot_map.flows_out(step)))
        )
        return (*(lane.id for lane in pilot_map.lanes), *walked)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where in the order each element is, from 0."""
        return {element: place for place, element in enumerate(self.order)}

    def name(self, element: str) -> str:
        """An element in few words, what tells it from the others first."""
        pilot_map = self.map
        if element in pilot_map.step_by_id:
            return self._step_name(pilot_map.step_by_id[element])
        if element in pilot_map.flow_by_id:
            return self._flow_name(pilot_map.flow_by_id[element])
        return (
            self._lane_name(pilot_map.lane_by_id[element])
            if element in pilot_map.lane_by_id
            else ""
        )

    def description(self, element: str) -> str:
        """The rest that the map says of an element, in sentences; empty where that is nothing."""
        pilot_map = self.map
        if element in pilot_map.step_by_id:
            return " ".join(self._step_sentences(pilot_map.step_by_id[element]))
        if element in pilot_map.flow_by_id:
            return " ".join(self._flow_sentences(pilot_map.flow_by_id[element]))
        return ""

    def whole(self) -> str:
        """The map in a few words."""
        lanes, steps = len(self.map.lanes), len(self.map.steps)
        return ", ".join(
            (
                trn("{number} lane", "{number} lanes", lanes),
                trn("{number} step", "{number} steps", steps),
            )
        )

    @cached_property
    def _handoffs(self) -> Mapping[str, str]:
        return {handoff.flow.id: handoff.name for handoff in self.map.handoffs}

    @cached_property
    def _notes(self) -> Mapping[str, Notes]:
        return notes_by_element(self.map.notes)

    def _lane_name(self, lane: Lane) -> str:
        count = sum(step.lane == lane.id for step in self.map.steps)
        name = lane.name or tr("(no name)")
        return trn("Lane {name}, {number} step", "Lane {name}, {number} steps", count, name=name)

    def _step_name(self, step: Step) -> str:
        parts = [named(step)]
        pilot = self.map.pilot
        if step.id == pilot.step and pilot.verdict in (None, "ai"):
            parts.append(tr("AI step"))
        tag = self._tags.get(step.id, "")
        parts += [tag_words(tag)] if tag in ("new", "changed") else []
        parts.append(self.map.lane_by_id[step.lane].name or tr("(no name)"))
        return ", ".join(parts)

    def _flow_name(self, flow: Flow) -> str:
        target, label = self._called(flow.target), label_text(flow)
        if label:
            name = tr("Flow {label}, to {step}", label=label, step=target)
        else:
            name = tr("Flow to {step}", step=target)
        handoff = self._handoffs.get(flow.id)
        return ", ".join((name, tr("handoff {handoff}", handoff=handoff))) if handoff else name

    def _step_sentences(self, step: Step) -> Iterator[str]:
        pilot_map = self.map
        ahead = ", ".join(self._way(flow) for flow in pilot_map.flows_out(step.id))
        yield tr("It leads to {steps}.", steps=ahead) if ahead else tr("It leads nowhere.")
        if step.systems:
            names = ", ".join(pilot_map.system_by_id[system].name for system in step.systems)
            yield tr("It touches {systems}.", systems=names)
        if step.work:
            yield tr("It takes {time}.", time=duration_text(step.work))
        if step.wait:
            yield tr("It waits {time}.", time=duration_text(step.wait))
        yield from self._notes_on(step.id)
        if step.checks_ai:
            yield tr("A person here checks the AI.")
        if step.pin is not None:
            yield tr("It is kept in its place.")

    def _flow_sentences(self, flow: Flow) -> Iterator[str]:
        first, last = self._called(flow.source), self._called(flow.target)
        if self.map.is_handoff(flow):
            first = f"{first} ({self._lane_of(flow.source)})"
            last = f"{last} ({self._lane_of(flow.target)})"
        yield tr("From {first} to {last}.", first=first, last=last)
        if flow.passes:
            yield tr("It passes on {what}.", what=flow.passes)
        if flow.through or flow.through_system:
            yield tr("It goes through {what}.", what=self.map.through_words(flow))
        yield from self._notes_on(flow.id)

    def _notes_on(self, element: str) -> Iterator[str]:
        counts = [count_words(kind, count) for kind, count in self._notes.get(element, ())]
        if counts:
            yield f"{', '.join(reversed(counts))}."

    def _way(self, flow: Flow) -> str:
        step, label = self._called(flow.target), label_text(flow)
        handoff = self._handoffs.get(flow.id)
        if handoff:
            step = tr("{step} by handoff {handoff}", step=step, handoff=handoff)
        return f"{label}: {step}" if label else step

    def _called(self, step: str) -> str:
        return self.map.step_by_id[step].name or tr("a step without a name")

    def _lane_of(self, step: str) -> str:
        return self.map.lane_by_id[self.map.step_by_id[step].lane].name or tr("(no name)")
