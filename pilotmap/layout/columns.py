"""Columns: time from left to right.

Longest path layering (Sugiyama, Tagawa, Toda 1981): a node stands right of all that leads to it,
so appending at an end moves nothing. Nodes that nothing leads to are pulled right, next to what
they lead to. A handoff may stay in its column, straight up or down, where it leaves a start, or
leaves a decision for a step that other flows lead to as well, and nothing stands between.
Pinned columns are kept; what follows a pinned step stands right of it.
"""

from pilotmap.layout.net import Net


def find_columns(net: Net) -> list[int]:
    """By node: its column from 0. Reads `net.back`."""
    order = _order(net)
    steps = _steps(net)
    column: list[int] = []
    for _ in range(4):
        column = _pulled_right(net, order, steps, _layered(net, order, steps))
        blocked = _blocked(net, steps, column)
        if not blocked:
            break
        for flow in blocked:
            steps[flow] = 1
    return column


def _order(net: Net) -> list[int]:
    """Topological, ties in file order of discovery."""
    missing = [len(net.forward_ins[node]) for node in range(net.size)]
    ready = [node for node in range(net.size) if missing[node] == 0]
    order: list[int] = []
    while ready:
        following: list[int] = []
        for node in ready:
            order.append(node)
            for flow in net.outs[node]:
                if net.back[flow]:
                    continue
                target = net.target[flow]
                missing[target] -= 1
                if missing[target] == 0:
                    following.append(target)
        ready = following
    return order


def _steps(net: Net) -> list[int]:
    """By flow: how many columns it must go on, 1 or 0."""
    steps = [1] * len(net.source)
    for flow, (source, target) in enumerate(zip(net.source, net.target, strict=True)):
        if net.lane[source] == net.lane[target] or net.back[flow]:
            continue
        kind = net.kinds[source]
        routes_in = len(net.forward_ins[target])
        if kind == "start" or (kind == "decision" and routes_in > 1):
            steps[flow] = 0
    return steps


def _layered(net: Net, order: list[int], steps: list[int]) -> list[int]:
    column = [0] * net.size
    for node in order:
        pin = net.pin[node]
        if pin is not None:
            column[node] = pin[0]
            continue
        least = 0
        for flow in net.ins[node]:
            if not net.back[flow]:
                least = max(least, column[net.source[flow]] + steps[flow])
        column[node] = least
    return column


def _pulled_right(net: Net, order: list[int], steps: list[int], column: list[int]) -> list[int]:
    for node in reversed(order):
        if net.pin[node] is not None or net.forward_ins[node]:
            continue
        outs = net.forward_outs[node]
        if outs:
            near = min(column[net.target[flow]] - steps[flow] for flow in outs)
            column[node] = max(column[node], near)
    return column


def _blocked(net: Net, steps: list[int], column: list[int]) -> list[int]:
    """Upright flows with something in their way, or a second one to the same place."""
    standing = {(column[node], net.lane[node]) for node in range(net.size) if not net.late[node]}
    blocked: list[int] = []
    for flow, step in enumerate(steps):
        source, target = net.source[flow], net.target[flow]
        if step or column[source] != column[target]:
            continue
        low, high = sorted((net.lane[source], net.lane[target]))
        if any((column[source], lane) in standing for lane in range(low + 1, high)):
            blocked.append(flow)
    return blocked
