"""The map as small integers, the form in which placement and routing work."""

from dataclasses import dataclass, field

from pilotmap.model.map import PilotMap


@dataclass(slots=True)
class Net:
    """Nodes and flows by number, in file order.

    `outs` and `ins` hold flow numbers by node; `rank` is a node's place breadth first from the
    starts; `back` marks the flows that go back (see `cycles.py`), `late` the nodes that were
    appended last (see `appended.py`).
    """

    ids: list[str]
    kinds: list[str]
    lane: list[int]
    lane_count: int
    source: list[int]
    target: list[int]
    share: list[float | None]
    rework: list[bool]
    pin: list[tuple[int, int] | None]
    rank: list[int]
    outs: list[list[int]] = field(default_factory=list)
    ins: list[list[int]] = field(default_factory=list)
    back: list[bool] = field(default_factory=list)
    late: list[bool] = field(default_factory=list)

    @property
    def size(self) -> int:
        """The number of nodes."""
        return len(self.ids)

    def forward_outs(self, node: int) -> list[int]:
        """The flows out of a node that do not go back."""
        return [flow for flow in self.outs[node] if not self.back[flow]]

    def forward_ins(self, node: int) -> list[int]:
        """The flows into a node that do not go back."""
        return [flow for flow in self.ins[node] if not self.back[flow]]


def net_of(pilot_map: PilotMap) -> Net:
    """The numbers of a map; which flows go back is left open."""
    index = {step.id: number for number, step in enumerate(pilot_map.steps)}
    lanes = {lane.id: number for number, lane in enumerate(pilot_map.lanes)}
    rank = [0] * len(index)
    for place, step_id in enumerate(pilot_map.breadth_first):
        rank[index[step_id]] = place
    net = Net(
        ids=[step.id for step in pilot_map.steps],
        kinds=[step.kind for step in pilot_map.steps],
        lane=[lanes[step.lane] for step in pilot_map.steps],
        lane_count=len(lanes),
        source=[index[flow.source] for flow in pilot_map.flows],
        target=[index[flow.target] for flow in pilot_map.flows],
        share=[flow.share for flow in pilot_map.flows],
        rework=[flow.rework for flow in pilot_map.flows],
        pin=[(s.pin.column, s.pin.row) if s.pin else None for s in pilot_map.steps],
        rank=rank,
    )
    net.outs = [[] for _ in net.ids]
    net.ins = [[] for _ in net.ids]
    for flow, (source, target) in enumerate(zip(net.source, net.target, strict=True)):
        net.outs[source].append(flow)
        net.ins[target].append(flow)
    net.back = [False] * len(net.source)
    net.late = [False] * net.size
    return net
