"""The main path: what most cases do, told straight through the middle of the picture."""

from pilotmap.layout.net import Net


def main_path(net: Net) -> list[int]:
    """Nodes from the first start along the largest share, else file order, to an end."""
    root = _root(net)
    path: list[int] = []
    seen: set[int] = set()
    while root is not None and root not in seen:
        seen.add(root)
        path.append(root)
        root = _next(net, root, seen)
    return path


def _root(net: Net) -> int | None:
    starts = [node for node in range(net.size) if net.kinds[node] == "start"]
    sources = [node for node in range(net.size) if not net.forward_ins[node]]
    return next(iter(starts + sources), None)


def _next(net: Net, node: int, seen: set[int]) -> int | None:
    flows = [flow for flow in net.forward_outs[node] if net.target[flow] not in seen]
    return net.target[by_weight(net, flows)[0]] if flows else None


def by_weight(net: Net, flows: list[int]) -> list[int]:
    """Flows of one node, the largest share first; those without share divide what is left."""
    if len(flows) < 2:
        return flows[:]
    given = sum(net.share[flow] or 0.0 for flow in flows)
    open_flows = sum(net.share[flow] is None for flow in flows)
    rest = max(0.0, 1 - given) / open_flows if open_flows else 0.0

    def weight(flow: int) -> float:
        share = net.share[flow]
        return rest if share is None else share

    return sorted(flows, key=lambda flow: -weight(flow))
