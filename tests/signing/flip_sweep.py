"""Flips single bits in a file signed by three, and says what became of each.

    python -m tests.signing.flip_sweep [NUMBER] [SEED]

Only the gap of the last signature, which holds it, is covered by no signature; a flip anywhere else
must be refused. Ends with 1 where one was not, or where anything crashed.
"""

import logging
import random
import re
import sys
from collections import Counter

from tests.signing.files import ORDER, judged, signed


def main(number: int = 3000, seed: int = 1) -> int:
    logging.disable(logging.CRITICAL)
    data = signed(*ORDER)
    gap = list(re.finditer(rb"/Contents <[0-9a-fA-F]+>", data))[-1].span()
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    wrong: list[int] = []
    for _ in range(number):
        at, bit = chance.randrange(len(data)), chance.randrange(8)
        flipped = bytearray(data)
        flipped[at] ^= 1 << bit
        verdict = judged(bytes(flipped)).verdict
        inside = not gap[0] <= at < gap[1]
        outcomes[f"{'signed bytes' if inside else 'last signature'}: {verdict}"] += 1
        if inside and verdict != "reject":
            wrong.append(at)
    for outcome, count in sorted(outcomes.items()):
        print(f"{outcome:32} {count:5}")
    print(f"wrongly accepted: {len(wrong)} {wrong[:20]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:])))
