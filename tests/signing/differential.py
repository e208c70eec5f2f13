"""Changes signed files at random, and asks other readers about every one that is not refused.

    python -m tests.signing.differential [NUMBER] [SEED]

What `verify` does not refuse must read the same in each reader as the file did before the change:
page count, texts and pictures. Half of the changes are made by anybody behind the signatures, half
by a signer who then signs them. Ends with 1 where a reader shows something else.
"""

import logging
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache

from pilotmap.model.signoff import Seat
from tests.signing.attacks.by_hand import (
    Saving,
    forged_page,
    sealed,
    signature,
    streamed_table,
    validation_data,
)
from tests.signing.files import ORDER, document, judged, signed
from tests.signing.other_readers import Reader, Reading, readers

_TOKEN = re.compile(rb"[A-Za-z0-9.+-]+|[\s]+|<<|>>|.", re.DOTALL)
_PIECES = (
    b" ", b"\n", b"\r", b"\t", b"\0", b"\f", b"%", b"%\n", b"/", b"#41", b"+", b"-", b"0",
    b"00", b".", b"1",
    b"<<", b">>", b"[", b"]", b"(", b")", b"<", b">", b"null", b"true", b"0 R", b"obj",
    b"endobj", b"stream",
    b"endstream", b"xref", b"trailer", b"startxref", b"%%EOF", b"%PDF-1.7", b"/Pages @",
    b"/Kids [@]",
    b"/Type /Page", b"/Root @", b"/Size 9", b"/Prev 9", b"/Length 9", b"/N 9", b"65535",
    b"9999999999",
    b"/Contents @", b"/Filter /Fl", b"/XRefStm 9", b"/Extends @", b"\xff", b"{", b"}", b"\\",
    b"\\\n",
)  # fmt: skip
_TRIES = 2
_LAST = 4_000
_DRAWN = 20
"""One of so many that are not refused is also drawn by the slow readers."""


def _mutated(data: bytes, chance: random.Random, tree: int) -> bytes:
    """Some bytes with one or two of their tokens doubled, taken out, exchanged or added to."""
    tokens = _TOKEN.findall(data)
    for _ in range(chance.randint(1, _TRIES)):
        at = chance.randrange(len(tokens))
        piece = chance.choice(_PIECES).replace(b"@", b"%d 0 R" % tree)
        way = chance.randrange(6)
        other = chance.randrange(len(tokens))
        tokens[at] = {
            0: tokens[at] + piece,
            1: piece,
            2: b"",
            3: tokens[at] * 2,
            4: tokens[other],
            5: tokens[at] + b" " * chance.randrange(1, 40),
        }[way]
    return b"".join(tokens)


def _changed(saving: Saving, chance: random.Random) -> bytes:
    """A saving of which one part is changed before its table is made, or all of it after."""
    tree = saving.number
    if chance.random() < 0.5:
        forged_page(saving)
        if chance.random() < 0.5:
            saving.objects.update(saving.unnamed)
            saving.unnamed = {}
    if chance.random() < 0.3:
        saving.streamed = streamed_table
    if chance.random() < 0.5:
        at = chance.choice(sorted(saving.objects))
        if len(saving.objects[at]) < _LAST:
            saving.objects[at] = _mutated(saving.objects[at], chance, tree)
        return saving.written()
    written = saving.written()
    head, tail = written[: len(saving.doc.data)], written[len(saving.doc.data) :]
    place = max(0, len(tail) - _LAST)
    return head + tail[:place] + _mutated(tail[place:], chance, tree)


def made(chance: random.Random) -> tuple[str, bytes, Callable[[], bytes]]:
    """A changed file, and how to make its twin that is not; raises ValueError where neither is."""
    count = chance.randint(1, len(ORDER))
    if chance.random() < 0.5:
        return (
            "added",
            _changed(validation_data(signed(*ORDER[:count])), chance),
            lambda: twin(count, ""),
        )
    seat = ORDER[count - 1]
    before = signed(*ORDER[: count - 1]) if count > 1 else document()
    return (
        "signed",
        sealed(_changed(signature(before, seat), chance), seat),
        lambda: twin(count, seat),
    )


@cache
def twin(count: int, seat: Seat | str) -> bytes:
    """A file as it is without any change."""
    if not seat:
        return validation_data(signed(*ORDER[:count])).written()
    before = signed(*ORDER[: count - 1]) if count > 1 else document()
    last = ORDER[count - 1]
    return sealed(signature(before, last).written(), last)


_seen: dict[tuple[str, bytes], Reading] = {}


def _reading(name: str, read: Reader, data: bytes) -> Reading:
    """What a reader shows of a twin, remembered."""
    if (name, data) not in _seen:
        _seen[name, data] = read(data)
    return _seen[name, data]


def contradictions(data: bytes, plain: bytes, *, drawn: bool = True) -> list[str]:
    """The readers that show something else of one file than of the other."""
    asked = [each for each in readers() if drawn or "pictures" not in each[0]]
    return [name for name, read in asked if read(data) != _reading(name, read, plain)]


def main(number: int = 5000, seed: int = 1) -> int:
    logging.disable(logging.CRITICAL)
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    for at in range(number):
        try:
            kind, data, plain = made(chance)
        except ValueError:  # the change took away the place of the signature
            outcomes["not makeable"] += 1
            continue
        verdict = judged(data).verdict
        outcomes[f"{kind}: {verdict}"] += 1
        if verdict != "reject":
            drawn = outcomes[f"{kind}: {verdict}"] % _DRAWN == 1
            wrong += [f"{at}: {name}" for name in contradictions(data, plain(), drawn=drawn)]
    for outcome, count in sorted(outcomes.items()):
        print(f"{outcome:24} {count:5}")
    print(f"read by {', '.join(name for name, _ in readers())}")
    print(f"shown otherwise though not refused: {len(wrong)} {wrong[:20]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:])))
