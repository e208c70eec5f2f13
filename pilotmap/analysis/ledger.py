"""The handoff ledger: every change of hands, how often it happens and what it costs."""

from typing import Any, NamedTuple

from pilotmap.analysis.times import finite
from pilotmap.analysis.visits import Visits
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap


class LedgerRow(NamedTuple):
    """One handoff. Lanes and systems by name; times in hours; None where nobody can say."""

    number: int
    flow: str
    source: str
    target: str
    passes: str
    through: str
    visits: float | None
    wait: float
    lost: float | None
    returned: float | None

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        names = {"source": "from", "target": "to"}
        return {names.get(name, name): value for name, value in self._asdict().items()}


def handoff_ledger(m: PilotMap, known: Visits | None) -> tuple[LedgerRow, ...]:
    """The handoffs in the order of their numbers; lost time is visits x the wait of the target."""
    rows = []
    for number, flow in m.handoffs:
        source, target = m.step_by_id[flow.source], m.step_by_id[flow.target]
        passes = known.flows[flow.id] if known else None
        rows.append(
            LedgerRow(
                number=number,
                flow=flow.id,
                source=m.lane_by_id[source.lane].name,
                target=m.lane_by_id[target.lane].name,
                passes=flow.passes,
                through=m.through_words(flow),
                visits=passes,
                wait=target.wait_hours,
                lost=None if passes is None else finite(passes * target.wait_hours),
                returned=number_of(flow.returned),
            )
        )
    return tuple(rows)
