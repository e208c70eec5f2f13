"""Random processes: in layers without parallel work, or any steps and flows in a tangle."""

from itertools import pairwise
from random import Random

from pilotmap.model.map import PilotMap
from tests.analysis.small import process


def random_map(random: Random, most: int = 12, *, loops: bool = True) -> PilotMap:
    """Layered, all steps on a way from start to end, without parallel work.

    Up to `most` steps and decisions; with loops, decisions may also lead back.
    """
    count = random.randint(1, most)
    nodes = [f"{'d' if random.random() < 0.4 else 'a'}{at}" for at in range(count)]
    starts = ["s1", "s2"][: random.choice((1, 1, 2))]
    ends = ["e1", "e2"][: random.choice((1, 2))]
    flows = {(start, random.choice(nodes[:3])): "" for start in starts}
    for at, node in enumerate(nodes):
        ahead = nodes[at + 1 :] + ends
        flows[node, nodes[at + 1] if at + 1 < count else ends[0]] = ""
        if not node.startswith("d"):
            continue
        wanted = random.sample(ahead, min(len(ahead), random.randint(1, 2)))
        if loops and at and random.random() < 0.5:
            wanted.append(random.choice(nodes[:at]))
        for other in wanted:
            flows[node, other] = ""
        _share_out(random, [flow for flow in flows if flow[0] == node], flows)
    times = " ".join(f"{node}={random.randint(0, 9)}+{random.randint(0, 30)}" for node in nodes)
    text = " ".join(f"{a}-{b}:{share}" if share else f"{a}-{b}" for (a, b), share in flows.items())
    return process(text, times)


def _share_out(
    random: Random, branches: list[tuple[str, str]], flows: dict[tuple[str, str], str]
) -> None:
    """All shares given, only some of them, or none."""
    given = random.choice(("all", "some", "none"))
    parts = [random.randint(1, 9) for _ in branches]
    if given == "none":
        return
    if given == "some":
        branches, parts = branches[:-1], [*parts[:-1]]
    total = sum(parts) + (3 if given == "some" else 0)
    for branch, part in zip(branches, parts, strict=True):
        flows[branch] = repr(part / total)


def tangle(random: Random) -> PilotMap:
    """Any kinds, any flows: mostly maps that no figure can be given for."""
    nodes = ["s", *(f"{random.choice('aaddpp')}{at}" for at in range(random.randint(1, 8))), "e"]
    flows = set()
    for one, other in pairwise(nodes):
        flows.add((one, other))
    for _ in range(random.randint(0, 8)):
        one, other = random.choice(nodes[:-1]), random.choice(nodes[1:])
        if one != other:
            flows.add((one, other))
    times = " ".join(f"{node}={random.randint(0, 5)}+{random.randint(0, 5)}" for node in nodes)
    return process(" ".join(f"{one}-{other}" for one, other in sorted(flows)), times)
