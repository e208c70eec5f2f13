"""Which flows go back: with them set aside, the rest has no cycle.

Flows that a person marked as rework go back first. What cycles remain are opened by strongly
connected components, recursively: the flows into a component's head (the node first reached from
the starts) go back, and the rest of the component is looked at again (Bourdoncle, "Efficient
chaotic iteration strategies with widenings", 1993; components after Tarjan, 1972). Ties fall in
file order, so the same map always opens in the same place.
"""

from typing import Final

from pilotmap.layout.net import Net

_LOOKS: Final = 24  # at each flow, on average, before what is left is opened at once


def find_back_flows(net: Net) -> list[bool]:
    """By flow number: whether it goes back. O(flows), as deep nesting is opened at once."""
    back = list(net.rework)
    pending = [_near_cycles(net)]
    left = _LOOKS * (len(net.source) + net.size)
    while pending:
        members = pending.pop()
        left -= sum(len(net.outs[node]) for node in members)
        for component in _components(net, members, back):
            if len(component) > 1 and left > 0:
                _open(net, component, back)
                pending.append(component)
            elif len(component) > 1:
                _open_at_once(net, component, back)
    return back


def _near_cycles(net: Net) -> list[int]:
    """The nodes that are left when those that lie on no cycle are peeled off from both ends."""
    before = _not_peeled(net.ins, net.outs, net.target)
    after = _not_peeled(net.outs, net.ins, net.source)
    return [node for node in range(net.size) if before[node] and after[node]]


def _not_peeled(into: list[list[int]], out: list[list[int]], ends: list[int]) -> list[int]:
    """By node: how many flows into it are left when nodes without any are taken off in turn."""
    left = [len(flows) for flows in into]
    bare = [node for node, count in enumerate(left) if not count]
    for node in bare:
        for flow in out[node]:
            end = ends[flow]
            left[end] -= 1
            if not left[end]:
                bare.append(end)
    return left


def _open(net: Net, component: list[int], back: list[bool]) -> None:
    head = min(component, key=lambda node: net.rank[node])
    inside = set(component)
    for flow in net.ins[head]:
        if net.source[flow] in inside:
            back[flow] = True


def _open_at_once(net: Net, component: list[int], back: list[bool]) -> None:
    """Let go back whatever leads to where the walk from the starts has been before."""
    inside = set(component)
    for node in component:
        for flow in net.outs[node]:
            target = net.target[flow]
            if target in inside and net.rank[target] <= net.rank[node]:
                back[flow] = True


def _components(net: Net, members: list[int], back: list[bool]) -> list[list[int]]:
    """Strongly connected components of the members, without recursion (maps can be deep)."""
    inside = set(members)
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[list[int]] = []
    for root in members:
        if root in number:
            continue
        work = [(root, 0)]
        while work:
            node, at = work.pop()
            if node not in number:
                number[node] = low[node] = len(number)
                stack.append(node)
                on_stack.add(node)
            descended = False
            flows = net.outs[node]
            for place in range(at, len(flows)):
                flow = flows[place]
                other = net.target[flow]
                if back[flow] or other not in inside:
                    continue
                if other not in number:
                    work.append((node, place))
                    work.append((other, 0))
                    descended = True
                    break
                if other in on_stack:
                    low[node] = min(low[node], low[other])
            if descended:
                continue
            if low[node] == number[node]:
                found.append(_unwind(stack, on_stack, node))
    return found


def _unwind(stack: list[int], on_stack: set[int], node: int) -> list[int]:
    component: list[int] = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        component.append(member)
        if member == node:
            return component
