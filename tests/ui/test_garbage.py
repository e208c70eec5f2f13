import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from pilotmap.model.edits.fields import edit_map
from pilotmap.ui.garbage import Garbage
from pilotmap.ui.session import Session
from tests.builders import map_of


@pytest.fixture
def searches() -> Iterator[list[int]]:
    """The generations that are searched, one entry each time."""
    found: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            found.append(info["generation"])

    threshold = gc.get_threshold()
    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)
    gc.set_threshold(*threshold)
    gc.unfreeze()


def test_garbage_is_searched_after_the_edits_and_never_in_one(
    qtbot: QtBot, searches: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pilotmap.ui.garbage._PAUSE_MS", 0)
    session = Session(map_of("Agent: log"))
    Garbage(session)
    searches.clear()
    for number in range(50):
        session.edit("Title", lambda pilot_map, n=number: edit_map(pilot_map, title=f"Title {n}"))
        _ = session.drawing
    assert searches == []
    qtbot.waitUntil(lambda: searches == [1])
