"""The handoff ledger: every change of hands, how often it happens and what it costs."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pilotmap.analysis.course import Course
from pilotmap.analysis.times import finite, total
from pilotmap.analysis.visits import Visits
from pilotmap.model.handoffs import Handoff
from pilotmap.model.known import number_of
from pilotmap.model.map import PilotMap


class LedgerRow(NamedTuple):
    """One handoff; lanes by id, times in hours; None where nobody can say.

    lost: the wait of its target times its visits. return_loss: what the work that comes back as
    incomplete costs, which no other figure counts.
    """

    number: str
    flow: str
    source: str
    target: str
    passes: str
    through: str
    through_system: str | None
    visits: float | None
    wait: float
    lost: float | None
    returned: float
    return_loss: float | None

    def as_json(self) -> dict[str, Any]:
        """As `check --format json` prints it."""
        names = {"source": "from", "target": "to"}
        return {names.get(name, name): value for name, value in self._asdict().items()}


def handoff_ledger(pilot_map: PilotMap, today: Course) -> tuple[LedgerRow, ...]:
    """The handoffs in the order of their numbers."""
    known = today.known if isinstance(today.known, Visits) else None
    return tuple(_row(pilot_map, today, known, handoff) for handoff in pilot_map.handoffs)


def returns(rows: Sequence[LedgerRow]) -> float | None:
    """Hours a case that work comes back costs in all; None where that of any handoff is."""
    losses = [row.return_loss for row in rows if row.return_loss is not None]
    return finite(total(losses)) if len(losses) == len(rows) else None


def _row(pilot_map: PilotMap, today: Course, known: Visits | None, handoff: Handoff) -> LedgerRow:
    flow = handoff.flow
    source, target = pilot_map.step_by_id[flow.source], pilot_map.step_by_id[flow.target]
    visits = known.flows[flow.id] if known else None
    wait = today.graph.wait(target.id)
    share = number_of(flow.returned) or 0.0
    again = today.graph.hours(source.id) + wait
    return LedgerRow(
        number=handoff.name,
        flow=flow.id,
        source=source.lane,
        target=target.lane,
        passes=flow.passes,
        through=flow.through_system or flow.through,
        through_system=flow.through_system,
        visits=visits,
        wait=wait,
        lost=None if visits is None else finite(visits * wait),
        returned=share,
        return_loss=_return_loss(visits, share, again),
    )


def _return_loss(visits: float | None, share: float, again: float) -> float | None:
    """Visits x r / (1 - r) x the time that each return takes; None where all comes back."""
    if visits is None or share == 1:
        return None
    return finite(visits * share / (1 - share) * again)
