"""Random and mutated texts and tables, read without an exception: `python -m this NUMBER SEED`.

Not part of the suite, which draws fewer: `tests/capture/test_nothing_is_lost.py`.
"""

import random
import sys
from pathlib import Path

from pilotmap.capture.pasted import read_whole
from pilotmap.language import speaking
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import empty_map

WORDS = Path(__file__).parents[1] / "data" / "words"
PIECES = [
    "\t",
    "\n",
    "  ",
    "•\t",
    "o\t",
    "1.1 ",
    "> ",
    "? ",
    "-> ",
    "<- ",
    ". ",
    "~ ",
    "& ",
    "&&\n",
    "@",
    "[",
    "]",
    "5 min",
    "1h 30m",
    "2-3 days",
    "80%",
    "ca. ",
    "Yes: ",
    "No:",
    "Sales:",
    "Dev + QA: ",
    "---",
    "##",
    "**",
    "\\",
    "\x00",
    "\ufeff",
    "\xad",
    '"',
    "½",
    "1.200",
    "1,200",
    " und ",
    "bis",
    "(",
    ")",
    ":",
    "..",
    "İ",
    "ß",
    "²",
    "٣",
    "Titel: ",
    "Schritt 1: ",
    "Next",
    "Step",
    "Who",
    "Time",
    "Wer",
]


def mutated(text: str, chance: random.Random) -> str:
    """A text with a few pieces put in, cut out and doubled."""
    for _ in range(chance.randint(0, 8)):
        at = chance.randint(0, len(text))
        end = min(len(text), at + chance.randint(0, 12))
        piece = chance.choice((chance.choice(PIECES), "", text[at:end] * 2))
        text = text[:at] + piece + text[end:]
    return text[:1200]


def main(number: int, seed: int) -> int:
    """Read so many; the texts that raise are printed."""
    chance, failed = random.Random(seed), 0
    texts = [path.read_text(encoding="utf-8") for path in sorted(WORDS.iterdir())]
    for _ in range(number):
        text = mutated(chance.choice((*texts, "".join(chance.choices(PIECES, k=30)))), chance)
        with speaking(chance.choice(("en", "de"))):
            try:
                read_whole(empty_map(), text)
            except PilotMapError:
                continue
            except Exception as error:  # noqa: BLE001 (what is looked for)
                failed += 1
                print(repr(error), repr(text))
    print(f"{failed} of {number} raised")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
