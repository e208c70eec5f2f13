"""Maps for tests, from the text form that people type."""

from typing import Final

from pilotmap.capture.cursor import Captured, Cursor
from pilotmap.capture.explain import explain
from pilotmap.capture.outline import read_outline
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap, empty_map

EXAMPLE_LINES: Final = (
    "title: Tier 1 support triage",
    "customer: ticket raised",
    "Support agent: log the ticket @Zendesk [5min measured] [waits 14h measured]",
    "triage and classify @zendesk @CRM [20 min estimated, waits 14 h measured]",
    "! Customer data is typed from Zendesk into the CRM by hand",
    "? known issue",
    "# Who may change a category after the engineer has started?",
    "> yes 60%",
    "send the known fix @Zendesk @KB [15min estimated]",
    "? Customer: did it work",
    "> yes 85%",
    ". resolved",
    "> no 15%: Tier 2 engineer: fix and verify @Jira [40 min guessed]",
    "Team lead (person): approve the release [6 min guessed] [waits 8h measured]",
    ". resolved",
    "> no 40%: Tier 2 engineer: diagnose @Jira @Logs [25 min estimated] [waits 22h measured]",
    "-> fix and verify",
)
"""The worked example, tier 1 support, as a facilitator types it."""


def map_of(text: str) -> PilotMap:
    """A map from outline text; names stay as written. EditRefused names the first bad line."""
    outline = read_outline(empty_map(), text)
    if outline.unread:
        raise EditRefused(outline.unread[0].message)
    return outline.map


def capture_line(pilot_map: PilotMap, cursor: Cursor, line: str) -> Captured:
    """What a typed line makes once Enter is pressed; EditRefused with the reason."""
    explained = explain(pilot_map, cursor, line)
    if explained.refused:
        raise EditRefused(explained.refused)
    return explained.captured or Captured(pilot_map, cursor.within(pilot_map), "")


def typed(*lines: str, start: PilotMap | None = None) -> tuple[PilotMap, Cursor]:
    """The map after typing lines one by one, and where the next one would go."""
    m, cursor = start or empty_map(), Cursor()
    for line in lines:
        m, cursor, _ = capture_line(m, cursor, line)
    return m, cursor
