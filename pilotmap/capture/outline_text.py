"""A map as an outline that reads back as the same map.

Kept are the title, the currency and the whole process: lanes with their order, systems, steps,
flows, phases and notes with every field they have, how each number is known included, and which
step the AI takes over. What a line cannot say:

- ids, the order of systems and of flows that other steps lead along, breaks within a text;
- lanes, systems and notes without words; two lanes or two systems whose names differ in nothing
  but case, and two ends of one name in one lane, become one;
- the mark of the AI on what it cannot take over, or under another verdict than `ai`;
- all that is not the process: organisation, days, volume, outcome, the answers about the AI,
  answers to errors, who was in the room, sign-offs, gates 2 to 4.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pilotmap.capture.amounts import escaped_times, share_text, time_text
from pilotmap.capture.attributes_text import (
    flow_brackets,
    lane_brackets,
    note_brackets,
    step_brackets,
    system_brackets,
)
from pilotmap.capture.escapes import NO_NAME, backslashed, escaped, in_quotes, quoted
from pilotmap.capture.graph import (
    Edge,
    Graph,
    decision_for,
    leads_to,
    open_ends,
    parallel_for,
)
from pilotmap.capture.names import guessed_kind
from pilotmap.capture.scene import QUESTION_MARKS
from pilotmap.capture.shares import take_share
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.phases import phase_at
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import Note, NoteKind
from pilotmap.model.process import Flow, Step, StepKind

_INDENT: Final = "  "
_NOTE_SIGNS: Final[dict[NoteKind, str]] = {"pain": "!", "question": "#", "note": ":"}
_KIND_SIGNS: Final[dict[StepKind, str]] = {
    "start": "start: ",
    "step": "",
    "decision": "? ",
    "parallel": "&: ",
    "wait": "~ ",
    "end": ". ",
}
_BARE_PARALLEL: Final = f"&: {NO_NAME}"


def write_outline(pilot_map: PilotMap) -> str:
    """The map as text, one line a step, branches indented; empty for an empty map."""
    lines = [*_header(pilot_map), *_Body(pilot_map).lines()]
    return "\n".join(lines) + "\n" if lines else ""


def _header(pilot_map: PilotMap) -> Iterator[str]:
    if one_line(pilot_map.title):
        yield f"title: {_words(pilot_map.title)}"
    if one_line(pilot_map.currency):
        yield f"currency: {_words(pilot_map.currency)}"
    for lane in pilot_map.lanes:
        if one_line(lane.name):
            kind = "" if lane.kind == guessed_kind(lane.name) else f" ({lane.kind})"
            yield f"lane: {quoted(lane.name)}{kind}{lane_brackets(pilot_map, lane)}"
    touched = {system for step in pilot_map.steps for system in step.systems}
    for system in pilot_map.systems:
        more = system_brackets(pilot_map, system)
        if (more or system.id not in touched) and one_line(system.name):
            yield f"system: {quoted(system.name)}{more}"
    yield from _notes(pilot_map, (note for note in pilot_map.notes if note.about is None))


def _notes(pilot_map: PilotMap, notes: Iterable[Note], arrow: str = "") -> Iterator[str]:
    for note in notes:
        if one_line(note.text):
            words = _note_words(note.text)
            yield f"{arrow}{_NOTE_SIGNS[note.kind]} {words}{note_brackets(pilot_map, note)}"


def _note_words(text: str) -> str:
    words = _words(text)
    return re.sub(r"([\[\]])", r"\\\1", words) if words.endswith("]") else words


def _words(text: str) -> str:
    return backslashed(one_line(text))


class _Line(NamedTuple):
    """A line of the text; the step it names is numbered when all lines are there."""

    depth: int
    text: str
    step: str | None = None
    more: str = ""


class _Body:
    """The steps of one map as lines, and what a reader of the lines so far would see."""

    def __init__(self, pilot_map: PilotMap) -> None:
        self._map = pilot_map
        self._said: list[_Line] = []
        self._promised: list[tuple[int, Flow]] = []
        self._notes: dict[str, list[Note]] = {}
        for note in pilot_map.notes:
            self._notes.setdefault(note.about or "", []).append(note)
        self._names: dict[str, list[str]] = {}
        self._into: dict[str, list[Edge]] = {}
        self._out: dict[str, list[Edge]] = {}
        self._done: set[str] = set()
        self._at: str | None = None
        self._graph = Graph(
            lambda step: pilot_map.step_by_id[step].kind,
            lambda step: self._into.get(step, ()),
            lambda step: self._out.get(step, ()),
        )
        self._made_into: dict[str, list[Edge]] = {}
        self._made = self._graph._replace(into=lambda step: self._made_into.get(step, ()))
        self._held: dict[str, list[Flow]] = {}
        self._let_go: set[str] = set()
        self._ends: dict[str, set[str]] = {}
        for step in pilot_map.steps:
            if step.kind == "end":
                self._ends.setdefault(_key(step), set()).add(step.lane)

    def lines(self) -> Iterator[str]:
        """The lines, where names of steps that several have are numbered."""
        for root in self._roots():
            if root.id not in self._done:
                self._root(root)
                self._walk(root)
        self._keep_promises()
        for depth, text, step, more in self._said:
            yield _INDENT * depth + text + (self._reference(step) if step else "") + more

    def _roots(self) -> Sequence[Step]:
        def rank(step: Step) -> int:
            return 0 if step.kind == "start" else 1 if not self._map.flows_in(step.id) else 2

        return sorted(self._map.steps, key=rank)

    def _root(self, step: Step) -> None:
        if self._done:
            self._say(0, "<-")
        is_first = not self._done and step.kind == "step"
        self._node(step, 0, None, "step: " if is_first else "")

    def _walk(self, root: Step) -> None:
        """Depth first, without recursion: a chain may be thousands of steps long."""
        stack = [(root.id, 0, iter(self._map.flows_out(root.id)))]
        while stack:
            step, depth, onward = stack[-1]
            flow = next(onward, None)
            if flow is None:
                stack.pop()
                held = self._held.pop(step, [])
                if held and self._join(step, held, depth):
                    join = held[0].target
                    stack.append((join, depth, iter(self._map.flows_out(join))))
                elif held:
                    self._let_go.update(other.target for other in held)
                    stack.append((step, depth, iter(held)))
                continue
            if self._hold(flow, [one for one, _, _ in stack]):
                continue
            inner = depth + (len(self._map.flows_out(step)) > 1)
            if self._flow(flow, inner):
                stack.append((flow.target, inner, iter(self._map.flows_out(flow.target))))

    def _hold(self, flow: Flow, above: Sequence[str]) -> bool:
        """Keep a flow to a join until all branches of the parallel above it have been said."""
        target = flow.target
        if target in self._done or target in self._let_go or not self._is_plain_join(target):
            return False
        splits = (
            step
            for step in reversed(above)
            if self._graph.kind(step) == "parallel" and len(self._map.flows_out(step)) > 1
        )
        split = next(splits, None)
        if split is None or split == flow.source:
            return False
        self._held.setdefault(split, []).append(flow)
        return True

    def _is_plain_join(self, step: str) -> bool:
        found, into = self._map.step_by_id[step], self._map.flows_in(step)
        if found.kind != "parallel" or len(into) < 2 or any(map(self._says_more, into)):
            return False
        return not (found.systems or found.work or found.wait or step_brackets(self._map, found))

    def _says_more(self, flow: Flow) -> bool:
        return bool(flow.rework or flow.id in self._notes or flow_brackets(self._map, flow))

    def _join(self, split: str, held: list[Flow], depth: int) -> bool:
        """Say `&&` where it joins just these flows, as a reader will see it."""
        join = self._map.step_by_id[held[0].target]
        kinds = {self._graph.kind(flow.source) for flow in held}
        if (
            self._at is None
            or {flow.target for flow in held} != {join.id}
            or join.lane != self._map.step_by_id[split].lane
            or kinds - {"step", "wait"}
            or parallel_for(self._graph, self._at) != split
            or set(open_ends(self._graph, split)) != {flow.source for flow in held}
        ):
            return False
        self._begin_phase(join, depth)
        self._say(depth, f"&& {escaped(join.name) if one_line(join.name) else ''}".rstrip())
        for flow in held:
            self._link(flow)
        self._register(join, depth)
        return True

    def _flow(self, flow: Flow, depth: int) -> bool:
        """Say a flow; whether its target was said with it."""
        opening = self._opening(flow)
        target = self._map.step_by_id[flow.target]
        if target.id in self._done or opening is None:
            self._arrow(flow, depth, opening)
            return False
        if opening.startswith(">"):
            self._say(depth - 1, opening)
            opening = ""
        self._link(flow)
        self._node(target, depth, flow, opening)
        return True

    def _opening(self, flow: Flow) -> str | None:
        """What begins the line of a flow; None where only an arrow can say it."""
        source, kind = flow.source, self._graph.kind(flow.source)
        outgoing = len(self._map.flows_out(source))
        if kind == "decision":
            if self._at is None or decision_for(self._graph, self._at) != source:
                self._back_to(source)
            return f"> {_label(flow.label)}{_share(flow)}".rstrip()
        if kind == "parallel" and outgoing > 1:
            if self._at is None or parallel_for(self._graph, self._at) != source:
                self._back_to(source)
            return "& " if parallel_for(self._graph, source) == source else None
        if self._at != source:
            self._back_to(source)
        return None if self._out.get(source) else ""

    def _arrow(self, flow: Flow, depth: int, opening: str | None) -> None:
        prefix = f"{opening}: " if opening and opening.startswith(">") else opening or ""
        there = flow.target in self._done
        if not there:
            self._promised.append((len(self._said), flow))
        more = self._more(flow, closes=self._closes(flow)) if there else ""
        self._say(depth - bool(prefix), f"{prefix}-> ", flow.target, more)
        self._note(self._said[-1].depth, flow.id, "->")
        self._link(flow, made=there)
        self._at = flow.source

    def _closes(self, flow: Flow) -> bool:
        return leads_to(self._made, flow.target, flow.source)

    def _keep_promises(self) -> None:
        """A reader makes the flows to later steps last; only then can they close a loop."""
        for at, flow in self._promised:
            more = self._more(flow, closes=self._closes(flow))
            self._said[at] = self._said[at]._replace(more=more)
            self._made_into.setdefault(flow.target, []).append(flow)

    def _more(self, flow: Flow, *, closes: bool = False) -> str:
        """What is said of a flow in brackets, where a reader takes it for rework if it closes."""
        rework = "" if flow.rework == closes else " [rework]" if flow.rework else " [no rework]"
        return flow_brackets(self._map, flow) + rework

    def _back_to(self, step: str) -> None:
        self._say(0, "<- ", step)
        self._at = step

    def _link(self, flow: Flow, *, made: bool = True) -> None:
        self._out.setdefault(flow.source, []).append(flow)
        self._into.setdefault(flow.target, []).append(flow)
        if made:
            self._made_into.setdefault(flow.target, []).append(flow)

    def _node(self, step: Step, depth: int, flow: Flow | None, opening: str) -> None:
        before = self._map.step_by_id[flow.source].lane if flow else None
        several = step.kind == "end" and len(self._ends[_key(step)]) > 1
        named = step.lane != before or several
        lane = f"{quoted(self._map.lane_by_id[step.lane].name)}: " if named else ""
        text = f"{opening}{self._text(step, lane)}{self._more(flow) if flow else ''}"
        self._begin_phase(step, depth)
        self._say(depth, "&" if text == _BARE_PARALLEL else text)
        if flow is not None:
            self._note(depth, flow.id, "->")
        self._register(step, depth)

    def _begin_phase(self, step: Step, depth: int) -> None:
        phase = one_line(phase_at(self._map, step.id))
        if phase:
            self._say(depth, f"== {_words(phase)}")

    def _register(self, step: Step, depth: int) -> None:
        self._done.add(step.id)
        self._names.setdefault(_key(step), []).append(step.id)
        self._at = step.id
        self._note(depth, step.id)

    def _text(self, step: Step, lane: str) -> str:
        systems = (self._map.system_by_id[system].name for system in step.systems)
        touched = "".join(f" @{_system(name)}" for name in systems if one_line(name))
        work = f" [work {time_text(step.work)}]" if step.work and step.kind == "wait" else ""
        work = work or (f" [{time_text(step.work)}]" if step.work else "")
        wait = f" [waits {time_text(step.wait)}]" if step.wait else ""
        more = step_brackets(self._map, step)
        return f"{_KIND_SIGNS[step.kind]}{lane}{_name(step)}{touched}{work}{wait}{more}"

    def _say(self, depth: int, text: str, step: str | None = None, more: str = "") -> None:
        self._said.append(_Line(max(0, depth), text, step, more))

    def _note(self, depth: int, about: str, arrow: str = "") -> None:
        for note in _notes(self._map, self._notes.get(about, ()), arrow):
            self._say(depth, note)

    def _reference(self, step: str) -> str:
        found = self._map.step_by_id[step]
        same = self._names[_key(found)]
        number = f" ({same.index(step) + 1})" if len(same) > 1 else ""
        return f"{escaped(found.name)}{number}"


def _key(step: Step) -> str:
    return one_line(step.name).casefold()


def _name(step: Step) -> str:
    name = escaped(step.name)
    if step.kind == "wait":
        return escaped_times(name)
    if step.kind in ("step", "start") and name.endswith(QUESTION_MARKS):
        return f"{name[:-1]}\\{name[-1]}"
    if step.kind == "decision" and one_line(step.name) and name[-1] not in "?？؟":
        return f"{name}\\"
    return name


def _label(label: str) -> str:
    text = quoted(label) if one_line(label) else ""
    return in_quotes(label) if text and take_share(text)[1] is not None else text


def _share(flow: Flow) -> str:
    """A share of which more is known is said in brackets."""
    plain = flow.share is not None and flow.share.is_plain
    return f" {share_text(flow.share.value)}" if flow.share and plain else ""


def _system(name: str) -> str:
    name = one_line(name)
    return name if re.fullmatch(r"[^\W\d_](?:[\w.&+-]*\w)?", name) else in_quotes(name)
