"""The steps that were appended last: they give way, so that appending at an end moves nothing.

A node is appended when it stands last in the file, one flow leads to it, none leads on, and it is
all that its source leads to; without it, the same is asked of the node before. Placement lays out
the rest as if these were not there, then adds them in file order: so a map with one more step at
an end is the same map with one more step.
"""

from pilotmap.layout.net import Net


def find_appended(net: Net) -> list[bool]:
    """By node: whether it was appended after everything else was there."""
    appended = [False] * net.size
    for node in range(net.size - 1, 0, -1):
        ins, outs = net.ins[node], net.outs[node]
        if len(ins) != 1 or net.pin[node] is not None:
            break
        if any(not appended[net.target[flow]] for flow in outs):
            break
        source = net.source[ins[0]]
        if source > node or sum(not appended[net.target[f]] for f in net.outs[source]) > 1:
            break
        appended[node] = True
    return appended
