"""Whatever is done in whatever order: the map is valid, undo gives back, the file is the map."""

import json
from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.explain import explain
from pilotmap.model.errors import EditRefused
from pilotmap.model.history import History
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.meaning import content, meaning
from pilotmap.model.reading import map_from_json
from pilotmap.storage.json_file import from_bytes, to_bytes
from tests.builders import EXAMPLE_LINES, capture_line, typed
from tests.model.random_edits import SILENT, random_edit
from tests.model.strategies import maps

LINES = (
    *EXAMPLE_LINES[1:],
    "log it",
    "-> log",
    "& tell them",
    "& Agent: ask [2 d]",
    "&&",
    "&",
    "<- known issue",
    "<-",
    "~ waits for 2 days",
    "> maybe 10%",
    "> again: -> triage and classify",
    ": a note",
    "lane: Board (person)",
    ". withdrawn",
    "> 130%",
)


T = TypeVar("T")


def attempt(work: Callable[[], T]) -> tuple[T | None, str]:
    """What a piece of work gives, or None and why it was refused."""
    try:
        return work(), ""
    except EditRefused as refused:
        return None, refused.message


class RandomEdits(RuleBasedStateMachine):
    """Random edits, typed lines, undo and redo, against a plain list of maps."""

    def __init__(self) -> None:
        super().__init__()
        self.take(empty_map())

    def take(self, pilot_map: PilotMap) -> None:
        self.history = History(pilot_map)
        self.states = [pilot_map]
        self.at = 0
        self.cursor = Cursor()

    @initialize(
        pilot_map=st.one_of(st.just(empty_map()), st.just(typed(*EXAMPLE_LINES)[0]), maps(6))
    )
    def begin(self, pilot_map: PilotMap) -> None:
        self.take(pilot_map)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        old = self.history.map
        done, refused = attempt(
            lambda: random_edit(old, lambda choices: data.draw(st.sampled_from(choices)))
        )
        event(f"edit refused: {done is None}")
        if done is None:
            assert refused[0].isupper() or refused[0] == "“"
            assert refused.endswith((".", "?"))
            return
        name, new = done
        if name in SILENT:
            assert meaning(new) == meaning(old)
        elif new != old:
            assert meaning(new) != meaning(old), name
        self.commit(new, name)

    @rule(line=st.sampled_from(LINES))
    def type_a_line(self, line: str) -> None:
        old = self.history.map
        said = explain(old, self.cursor, line)
        done, refused = attempt(lambda: capture_line(old, self.cursor, line))
        event(f"line refused: {done is None}")
        if done is None:
            assert said.parts == ((refused, "refused"),)
            return
        assert said.text.startswith("Enter ")
        assert done.cursor == done.cursor.within(done.map)
        self.cursor = done.cursor
        self.commit(done.map, done.label)

    def commit(self, new: PilotMap, label: str) -> None:
        if self.history.commit(new, label):
            self.states = [*self.states[: self.at + 1], new]
            self.at += 1

    @rule()
    def undo(self) -> None:
        self.at = max(0, self.at - 1)
        assert self.history.undo() == self.states[self.at]

    @rule()
    def redo(self) -> None:
        self.at = min(len(self.states) - 1, self.at + 1)
        assert self.history.redo() == self.states[self.at]

    @invariant()
    def the_map_is_as_expected_and_valid(self) -> None:
        pilot_map = self.history.map
        assert pilot_map == self.states[self.at]
        assert map_from_json(json.dumps(content(pilot_map))) == pilot_map

    @invariant()
    def the_saved_file_is_the_map(self) -> None:
        pilot_map = self.history.map
        assert from_bytes(to_bytes(pilot_map), "random.pilotmap.json") == pilot_map


TestRandomEdits = RandomEdits.TestCase
TestRandomEdits.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
