"""A whole outline at once: every line as if typed, and flows may lead to what comes later.

No line is ever lost: it is in the map, or it is listed with its number and why it was not read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from pilotmap.capture.apply import noted, perform
from pilotmap.capture.apply_attributes import of_flow
from pilotmap.capture.attributes import Attributes
from pilotmap.capture.cursor import Cursor
from pilotmap.capture.grammar import known, parse
from pilotmap.capture.graph import graph_of, leads_to, open_ends
from pilotmap.capture.intents import (
    BeginPhase,
    Branch,
    Currency,
    From,
    GoTo,
    Heading,
    Intent,
    Join,
    LaneWords,
    NewLane,
    NewSystem,
    Node,
    Parallel,
    Remark,
    Title,
)
from pilotmap.capture.levels import Level, Levels
from pilotmap.capture.names import step_called, unknown_step
from pilotmap.capture.roles import roles_in
from pilotmap.capture.scene import NotThereYet, Scene, decision_of
from pilotmap.capture.signs import listed
from pilotmap.capture.titles import title_line, title_of
from pilotmap.capture.unread import Unread
from pilotmap.capture.words import NO_STEP_IN_PHASE
from pilotmap.language import N_, tr
from pilotmap.model.edits.flows import connect
from pilotmap.model.edits.rules import why_not_connect
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import Share
from pilotmap.model.map import PilotMap

_NO_FIRST_STEP: Final = N_(
    "The branch “{label}” has no first step; write the step, or -> and the name of one."
)
_SAID_BEFORE: Final = N_("Line {number} says this already, and otherwise; keep one of the two.")
_GOES_WITH: Final = N_("It belongs to line {number}, which was not read.")


class Line(NamedTuple):
    """A line of the text, counted from 1."""

    number: int
    text: str


class Outline(NamedTuple):
    """The map with the lines in it, where the next one goes, and the lines that are not in it."""

    map: PilotMap
    cursor: Cursor
    unread: tuple[Unread, ...]


class _Begun(NamedTuple):
    """A branch that waits for its first step."""

    line: Line
    label: str


@dataclass(frozen=True)
class _Promise:
    """A flow whose target no line has brought so far, and the lines that say it."""

    source: str
    label: str
    share: Share | float | None
    goto: GoTo
    attributes: Attributes
    line: Line
    begun: Line | None
    target: None = None
    notes: tuple[tuple[Remark, Line], ...] = ()

    def lost(self, reason: str) -> Iterator[Unread]:
        """All lines of the flow as not read."""
        yield Unread(self.line.number, self.line.text, reason)
        for line in (self.begun, *(line for _, line in self.notes)):
            if line is not None:
                yield Unread(line.number, line.text, tr(_GOES_WITH, number=self.line.number))


def read_outline(pilot_map: PilotMap, text: str, cursor: Cursor | None = None) -> Outline:
    """The map with an outline added, after a cursor or unconnected.

    The lines are those of the capture line. A line back out of the branches of a decision, by its
    indent or its bullet, follows all of them. Names stay as they are written.
    """
    lines = text.splitlines()
    scene = Scene(pilot_map, (cursor or Cursor()).within(pilot_map), typed=False)
    reader = _Reader(scene, roles_in(lines))
    titled = 0 if pilot_map.steps or pilot_map.title else title_line(lines)
    for number, line in enumerate(lines, start=1):
        reader.read(Line(number, f"title: {title_of(line)}" if number == titled else line))
    return reader.outline()


@dataclass
class _Reader:
    """What has been read so far."""

    scene: Scene
    roles: frozenset[str]
    levels: Levels = field(default_factory=Levels)
    heading: tuple[Level, LaneWords] | None = None
    """The lane that a line of its own named, and where it stands."""
    unread: list[Unread] = field(default_factory=list)
    begun: _Begun | None = None
    phase: Line | None = None
    """The line of the last phase."""
    said: dict[tuple[str, ...], tuple[Any, int]] = field(default_factory=dict)
    """What the lines said of the map, its lanes and systems, and which line did."""

    def read(self, line: Line) -> None:
        """Take one line in."""
        intent: Intent | None = None
        try:
            intent = parse(line.text, known(self.scene.map, self.roles), asked=self._is_asked)
            if intent is not None:
                self._hold_to_what_was_said(intent)
                self._at_its_level(line, intent)
                for key, value in _sayings(intent):
                    self.said.setdefault(key, (value, line.number))
        except NotThereYet as not_there:
            self._promise(not_there, line)
        except EditRefused as refused:
            self.unread.append(Unread(line.number, line.text, refused.message))
            if isinstance(intent, From):  # what follows must not go on from anywhere else
                self.scene = self.scene.at(self.scene.map, Cursor())

    def outline(self) -> Outline:
        """All of it, with the promised flows, now that every step is there."""
        self._give_up_branch()
        phase = self.scene.cursor.phase
        if phase and self.phase is not None:
            reason = tr(NO_STEP_IN_PHASE, name=phase)
            self.unread.append(Unread(self.phase.number, self.phase.text, reason))
        pilot_map = self.scene.map
        for promise in self.scene.promised:
            assert isinstance(promise, _Promise)  # nobody else promises
            try:
                pilot_map = _kept(pilot_map, promise)
            except EditRefused as refused:
                self.unread.extend(promise.lost(refused.message))
        return Outline(pilot_map, self.scene.cursor.within(pilot_map), self._told())

    def _told(self) -> tuple[Unread, ...]:
        """What was not read, each line once."""
        by_line: dict[int, Unread] = {}
        for unread in self.unread:
            by_line.setdefault(unread.number, unread)
        return tuple(sorted(by_line.values()))

    def _is_asked(self) -> bool:
        return self.scene.cursor.flow is None and decision_of(self.scene) is not None

    def _at_its_level(self, line: Line, intent: Intent) -> None:
        """Take a line in with the lane that stands over it, after all that it closes."""
        level = self.levels.of(line.text)
        if isinstance(intent, Heading):
            self._give_up_branch()
            self.heading = (level, intent.lane)
            for name in (intent.lane.name, *intent.lane.others):
                done = perform(self.scene, NewLane(intent.lane._replace(name=name, others=())))
                self.scene = self.scene.at(done.map, done.cursor)
            return
        intent = self._under_heading(level, line.text, intent)
        if isinstance(intent, Branch):
            self.levels.back_to(decision_of(self.scene))
        elif isinstance(intent, From | Join | Parallel):
            self.levels.forget()
        self.levels.deepen(level)
        closed = self.levels.closed_by(level) if isinstance(intent, Node | GoTo) else None
        others = self._ends_of(closed) if closed is not None else ()
        old = self.scene
        self._take(line, intent)
        self._tell_brackets(line, intent)
        made = self.scene.cursor.step
        for end in others:
            self._also_from(end, made, intent, line)
        if made is not None and made not in old.map.step_by_id:
            self._open(level, made, intent)

    def _open(self, level: Level, made: str, intent: Intent) -> None:
        node = intent.first if isinstance(intent, Branch | Parallel) else intent
        if isinstance(node, Node) and (node.kind == "decision" or node.asks):
            self.levels.open(level, made)

    def _under_heading(self, level: Level, text: str, intent: Intent) -> Intent:
        node = intent.first if isinstance(intent, Branch | Parallel) else intent
        if self.heading is None or not isinstance(node, Node):
            return intent
        if node.lane is not None:
            if level <= self.heading[0] and not listed(text.strip()).sign:
                self.heading = None
            return intent
        lane = replace(node, lane=self.heading[1])
        return replace(intent, first=lane) if isinstance(intent, Branch | Parallel) else lane

    def _ends_of(self, decision: str) -> tuple[str, ...]:
        """The ends of the branches that the next line follows beside the one it stands below."""
        graph = graph_of(self.scene.map, self.scene.promised)
        ends = open_ends(graph, decision)
        cursor = self.scene.cursor
        if len(graph.out(decision)) == 1 and cursor.branch_of != decision:
            ends = (*ends, decision)
        here = cursor.branch_of or cursor.step
        if ends and here not in ends and cursor.branch_of is None:
            self.scene = self.scene.at(self.scene.map, Cursor(step=ends[-1]))
            here = ends[-1]
        return tuple(end for end in ends if end != here)

    def _also_from(self, end: str, made: str | None, intent: Intent, line: Line) -> None:
        """Lead another branch to what the line made."""
        here = self.scene
        if isinstance(intent, GoTo):
            self.scene = here.at(here.map, Cursor(step=end))
            try:
                self._take(line, intent)
            except NotThereYet as not_there:
                self._promise(not_there, line)
        elif made is not None and why_not_connect(here.map, end, made) is None:
            self.scene = here.at(connect(here.map, end, made).map, here.cursor)

    def _tell_brackets(self, line: Line, intent: Intent) -> None:
        """A bracket that looks like a time and is none stays in the name, and is told."""
        node = intent.first if isinstance(intent, Branch | Parallel) else intent
        for bracket in node.unread if isinstance(node, Node) else ():
            if any(sign.isdigit() for sign in bracket):
                reason = tr(
                    "{bracket} is no time, such as [5 min] or [waits 2 d].", bracket=bracket
                )
                self.unread.append(Unread(line.number, line.text, reason))

    def _take(self, line: Line, intent: Intent) -> None:
        if isinstance(intent, Branch | From):
            self._give_up_branch()
        if isinstance(intent, Remark) and intent.on_flow and self.scene.just_promised:
            self._note(intent, line)
            return
        done = perform(self.scene, intent)
        if isinstance(intent, BeginPhase):
            self.phase = line
        self.scene = self.scene.at(done.map, done.cursor)
        if isinstance(intent, Branch) and done.cursor.branch_of is not None:
            self.begun = _Begun(line, intent.label)
        elif done.cursor.branch_of is None:
            self.begun = None

    def _promise(self, not_there: NotThereYet, line: Line) -> None:
        scene, cursor = not_there.scene, not_there.scene.cursor
        source = cursor.branch_of or cursor.step
        assert source is not None  # an arrow from nowhere is refused
        begun = self.begun.line if self.begun and cursor.branch_of else None
        promise = _Promise(
            source,
            cursor.label,
            cursor.share,
            not_there.goto,
            cursor.attributes.and_also(not_there.goto.attributes),
            line,
            begun,
        )
        self.begun = None
        after = scene.at(scene.map, Cursor(step=source, phase=cursor.phase))
        self.scene = after.promising(*scene.promised, promise)

    def _note(self, remark: Remark, line: Line) -> None:
        """The note is made with its flow, when the step that the flow leads to is there."""
        *others, promise = self.scene.promised
        assert isinstance(promise, _Promise)  # nobody else promises
        more = replace(promise, notes=(*promise.notes, (remark, line)))
        self.scene = self.scene.promising(*others, more)

    def _give_up_branch(self) -> None:
        """A branch that nothing was put into would be lost without a word."""
        if self.begun is not None:
            reason = tr(_NO_FIRST_STEP, label=self.begun.label)
            self.unread.append(Unread(self.begun.line.number, self.begun.line.text, reason))
            decision = self.scene.cursor.branch_of
            self.scene = self.scene.at(self.scene.map, Cursor(step=decision))
            self.begun = None

    def _hold_to_what_was_said(self, intent: Intent) -> None:
        """A second line about the same element must not take back what the first one said."""
        for key, value in _sayings(intent):
            before, number = self.said.get(key, (value, 0))
            if before != value:
                raise EditRefused(tr(_SAID_BEFORE, number=number))


def _sayings(intent: Intent) -> Iterable[tuple[tuple[str, ...], Any]]:
    match intent:
        case Title():
            return [(("title",), intent.text)]
        case Currency():
            return [(("currency",), intent.text)]
        case NewLane():
            kind = [(("lane", intent.lane.name.casefold(), "kind"), intent.lane.kind)]
            return [*(kind if intent.lane.kind else ()), *_more("lane", intent.lane.name, intent)]
        case NewSystem():
            return _more("system", intent.name, intent)
    return ()


def _more(
    what: str, name: str, intent: NewLane | NewSystem
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in intent.more.items():
        yield (what, name.casefold(), key), value


def _kept(pilot_map: PilotMap, promise: _Promise) -> PilotMap:
    target = step_called(pilot_map, promise.goto, typed=False)
    if target is None:
        raise EditRefused(unknown_step(pilot_map, promise.goto.name))
    made = connect(
        pilot_map,
        promise.source,
        target,
        label=promise.label,
        share=promise.share,
        rework=leads_to(graph_of(pilot_map), target, promise.source),
    )
    pilot_map = of_flow(made.map, made.id, promise.attributes)
    for note, _ in promise.notes:
        pilot_map = noted(pilot_map, note, made.id)
    return pilot_map
