"""Random maps that are as unkind as people and files can be; the same seed gives the same map.

A map grows as a process does (open ends are carried on, split, joined, sent back), and is then
spoilt: stray steps and flows, empty lanes, names of no or eighty characters in any script, pins.
"""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.notes import Note
from pilotmap.model.pilot import MODES, Pilot
from pilotmap.model.process import Flow, Lane, Pin, Step, System
from pilotmap.model.quantity import Duration

FEWEST, MOST = 5, 300
LONGEST = 80
WORDS = (
    "check the order form with care and send it on to whoever waits for an answer",
    "Prüfung der Rückübertragungsansprüche über große Äcker",
    "проверить заявку и отправить ответ клиенту сегодня",
    "έλεγχος της παραγγελίας και αποστολή απάντησης",
    "مراجعة الطلب وإرسال الرد إلى العميل اليوم",
    "בדיקת ההזמנה ושליחת תשובה ללקוח",
    "आवेदन की जाँच करें और उत्तर भेजें",
    "ตรวจสอบคำสั่งซื้อ แล้วส่งคำตอบ ให้ลูกค้า",
    "注文を確認して 回答を送信する 担当者 承認待ち",
    "주문을 확인하고 답변을 보냅니다 고객에게",
    "📄 ✅ 👩‍💻 🧾 🇦🇹 e\u0301 A/B-7 №12 «так» (مرحبا 123 abc)",
    f"Donaudampfschifffahrtsgesellschaft {'x' * 60} {'W' * 40} https://example.org/{'a' * 50}",
)


class Temper(NamedTuple):
    """What one map is like; shares from 0 to 1."""

    decisions: float
    parallels: float
    joins: float
    loops: float
    handoffs: float
    strays: float
    pins: float
    wordy: float


def random_map(seed: int, steps: int = 0) -> PilotMap:
    """The map of a seed, with 5 to 300 steps unless their number is given."""
    random = Random(seed)
    count = steps or round(FEWEST * (MOST / FEWEST) ** random.random() ** 1.3)
    temper = _temper(random)
    lanes = _lanes(random, temper)
    used = lanes if random.random() < 0.8 else random.sample(lanes, (len(lanes) + 1) // 2)
    systems = tuple(
        System(id=f"y{n}", name=words(random, 24)) for n in range(random.choice((3, 9)))
    )
    kinds, places, pairs = _grow(random, count, temper, len(used))
    made = empty_map().replace(
        lanes=tuple(lanes),
        systems=systems,
        steps=tuple(
            _step(random, number, kind, used[place].id, systems, temper)
            for number, (kind, place) in enumerate(zip(kinds, places, strict=True))
        ),
        flows=tuple(_flow(random, n, kinds[a], a, b, temper) for n, (a, b) in enumerate(pairs)),
    )
    return _with_remarks(random, made)


def random_tags(pilot_map: PilotMap, seed: int) -> dict[str, str] | None:
    """For every fourth seed: which steps the picture with the AI marks as new or changed."""
    random = Random(seed)
    if seed % 4:
        return None
    return {s.id: random.choice(("kept", "kept", "new", "changed")) for s in pilot_map.steps}


def words(random: Random, longest: int = LONGEST) -> str:
    """Text of 0 to `longest` characters in some script, whole words where it can be."""
    vocabulary = random.choice(WORDS).split()
    length = random.choice((0, 4, 12, 20, 20, 35, longest))
    text = ""
    while len(text) < length:
        text += f"{random.choice(vocabulary)} "
    return text[: min(length, longest)].strip()


def _temper(random: Random) -> Temper:
    return Temper(
        decisions=random.choice((0.05, 0.15, 0.15, 0.4)),
        parallels=random.choice((0.0, 0.05, 0.15)),
        joins=random.choice((0.05, 0.15, 0.3)),
        loops=random.choice((0.0, 0.03, 0.03, 0.12)),
        handoffs=random.choice((0.1, 0.3, 0.3, 0.7)),
        strays=random.choice((0.0, 0.0, 0.05, 0.2)),
        pins=random.choice((0.0, 0.0, 0.0, 0.05, 0.3, 1.0)),
        wordy=random.choice((0.1, 0.5, 1.0)),
    )


def _lanes(random: Random, temper: Temper) -> list[Lane]:
    grouped = random.random() < 0.3
    count = random.randint(1, 12)
    groups = sorted(random.randrange(4) for _ in range(count))
    names = [words(random, 30) for _ in range(4)]
    return [
        Lane(
            id=f"l{number}",
            name=words(random) if random.random() < temper.wordy else f"Team {number % 7}",
            kind=random.choice(("team", "team", "person", "outside", "ai")),
            group=names[groups[number]] if grouped and random.random() < 0.9 else "",
        )
        for number in range(count)
    ]


def _grow(
    random: Random, count: int, temper: Temper, lanes: int
) -> tuple[list[str], list[int], list[tuple[int, int]]]:
    """Kinds, lanes and flows of a process grown from its open ends, strays last."""
    kinds, places = ["start"], [random.randrange(lanes)]
    pairs: dict[tuple[int, int], None] = {}
    open_ends = [0]
    while len(kinds) < count:
        new = len(kinds)
        kind = _kind(random, temper)
        kinds.append(kind)
        if kind == "start" or random.random() < temper.strays or not open_ends:
            places.append(random.randrange(lanes))
        else:
            before = open_ends.pop(
                -1 if random.random() < 0.7 else random.randrange(len(open_ends))
            )
            moves = random.random() < temper.handoffs
            places.append(random.randrange(lanes) if moves else places[before])
            pairs[before, new] = None
            if open_ends and random.random() < temper.joins:
                pairs[open_ends.pop(random.randrange(len(open_ends))), new] = None
        routes = {"decision": random.choice((1, 2, 2, 2, 3, 5)), "parallel": 3, "end": 0}
        open_ends += [new] * routes.get(kind, 1)
    _add_others(random, pairs, kinds, temper)
    return kinds, places, [pair for pair in pairs if _is_allowed(kinds, *pair)]


def _kind(random: Random, temper: Temper) -> str:
    drawn = random.random()
    for kind, share in (("decision", temper.decisions), ("parallel", temper.parallels)):
        if drawn < share:
            return kind
        drawn -= share
    return random.choices(("step", "wait", "end", "start"), (30, 2, 3, 1))[0]


def _add_others(
    random: Random, pairs: dict[tuple[int, int], None], kinds: Sequence[str], temper: Temper
) -> None:
    """Loops back, near and far, and flows between any two steps."""
    for node in range(len(kinds)):
        if random.random() < temper.loops:
            pairs[node, max(0, node - random.choice((1, 3, 10, 100)))] = None
        if random.random() < temper.strays:
            pairs[node, random.randrange(len(kinds))] = None


def _is_allowed(kinds: Sequence[str], source: int, target: int) -> bool:
    return source != target and kinds[source] != "end" and kinds[target] != "start"


def _step(
    random: Random,
    number: int,
    kind: str,
    lane: str,
    systems: tuple[System, ...],
    temper: Temper,
) -> Step:
    wordy = random.random() < temper.wordy
    name = words(random) if wordy else random.choice(("Send the reply", "Check", "Book the case"))
    touched = random.choices((0, 1, 2, 8), (5, 3, 2, 0.5))[0]
    pinned = random.random() < temper.pins
    return Step(
        id=f"s{number}",
        kind=kind,  # type: ignore[arg-type]
        name=name,
        lane=lane,
        systems=tuple(y.id for y in random.sample(systems, min(len(systems), touched))),
        work=_duration(random),
        wait=_duration(random),
        checks_ai=random.random() < 0.05,
        pin=_pin(random) if pinned else None,
    )


def _pin(random: Random) -> Pin:
    """Crowded so that pins collide, or scattered far away."""
    far = random.random() < 0.3
    return Pin(column=random.randint(0, 60 if far else 8), row=random.randint(0, 6 if far else 2))


def _duration(random: Random) -> Duration | None:
    if random.random() < 0.6:
        return None
    value = random.choice((5.0, 0.25, 14.0, 1234567.891))
    return Duration(value=value, unit=random.choice(("s", "min", "h", "d", "wd")))


def _flow(random: Random, number: int, kind: str, source: int, target: int, temper: Temper) -> Flow:
    branch = kind == "decision"
    label = ""
    if random.random() < (0.9 if branch else 0.15):
        wordy = random.random() < temper.wordy
        label = words(random) if wordy else random.choice(("yes", "no", "other"))
    return Flow(
        id=f"f{number}",
        source=f"s{source}",
        target=f"s{target}",
        label=label,
        share=random.choice((0.0, 0.3, 1 / 3, 1.0)) if branch and random.random() < 0.5 else None,
        passes="papers" if random.random() < 0.2 else "",
        rework=random.random() < 0.02,
    )


def _with_remarks(random: Random, made: PilotMap) -> PilotMap:
    """Notes on steps and flows, some settled, and an AI step with or without a mode."""
    about = [step.id for step in made.steps] + [flow.id for flow in made.flows]
    notes = tuple(
        Note(
            id=f"n{number}",
            kind=random.choice(("pain", "question", "note")),
            text="x",
            about=random.choice(about),
            settled=random.random() < 0.2,
        )
        for number in range(random.choice((0, 2, len(about) // 3)))
    )
    step = random.choice(made.steps).id if random.random() < 0.7 else None
    mode = random.choice((None, *MODES))
    return made.replace(
        notes=notes, pilot=Pilot(verdict="ai" if step else None, step=step, mode=mode)
    )
