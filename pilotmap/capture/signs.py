"""What stands before the words of a line and is none of them: bullets, numbers, invisible signs."""

import re
from typing import Final, NamedTuple

_GLYPHS: Final = (
    "-*+•–—·▪▫■□●○◦‣⁃➢➤►▸▹▶✓✔☐☑☒❖◆◇§"
    "\uf0a7\uf0b7\uf0d8\uf0fc\uf06e\uf076\uf0a8"  # Word's, out of its own fonts
)
UNSEEN: Final = "[\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{WORD JOINER}]"
_UNSEEN: Final = re.compile(rf"(?<!\\){UNSEEN}")
_UNITS: Final = (
    r"(?:%|s|m|h|d|w|min|mins|sec|hrs?|wd|hours?|minutes?|seconds?|days?|weeks?|months?|std|sek"
    r"|stunden?|minuten?|sekunden?|tage?n?|wochen?|arbeitstage?n?|monate?n?)\b"
)
LIST_SIGN: Final = re.compile(
    rf"""(?:(?P<glyph>[{re.escape(_GLYPHS)}]|o)(?=\s)(?:\s+\[[\ xX]?\](?=\s))?
    |(?P<box>\[[\ xX]\](?=\s))
    |\(?(?P<number>\d{{1,3}})[.)](?=\s)(?!\s+{_UNITS})
    |(?P<levels>\d{{1,3}}(?:\.\d{{1,3}})+)[.)]?(?=\s)(?!\s*{_UNITS})
    |(?P<letter>\(?[a-zA-Z]\)|\(?[ivx]{{1,5}}[.)])(?=\s))\s*""",
    re.VERBOSE | re.IGNORECASE,
)
NUMBERED: Final = re.compile(
    r"(?:step|schritt|task|aufgabe|activity|aktivität)\s+#?\d{1,3}(?:\.\d{1,3})*[a-z]?"
    r"\s*(?::|\.|\)|-|\N{EN DASH})(?=\s)\s*",
    re.IGNORECASE,
)
"""`Step 1:`, which counts and names nobody."""
COUNTED: Final = re.compile(
    r"(?:step|schritt|task|aufgabe|activity|aktivität|phase|stage|stufe|day|tag|week|woche|part"
    r"|teil|section|abschnitt|point|punkt|item|nr\.?|no\.?|number|nummer|#)\s*#?\d+(?:\.\d+)*[a-z]?",
    re.IGNORECASE,
)
"""Words with a number that stand for a place in a list, not for anybody."""
_RULE: Final = re.compile(r"[\s\-_=*#~.+|\N{EM DASH}\N{EN DASH}\N{BULLET}]*")
_BOLD: Final = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


class Listed(NamedTuple):
    """A line without its list sign, and the kind of sign it had; empty where it had none."""

    sign: str
    levels: int
    text: str


def seen(text: str) -> str:
    """A text without the signs that nobody sees, but for those that a backslash keeps."""
    return _UNSEEN.sub("", text)


def is_rule(text: str) -> bool:
    """Whether a line of signs only divides a text for the eye: at least three of them."""
    return (
        len(text.strip()) >= 3
        and len(set(text.split()[0])) == 1
        and bool(_RULE.fullmatch(text) and set(text.strip()) != {"."})
    )


def listed(text: str) -> Listed:
    """Take the bullet or number off the beginning of a line."""
    sign, levels = "", 0
    for _ in range(3):
        match = LIST_SIGN.match(text)
        if match is None or not text[match.end() :].strip():
            break
        if not sign:
            sign, levels = _kind(match), match["levels"].count(".") if match["levels"] else 0
        text = text[match.end() :]
    return Listed(sign, levels, _BOLD.sub(r"\1", text))


def _kind(match: re.Match[str]) -> str:
    if match["glyph"]:
        return match["glyph"]
    return "1" if match["number"] or match["levels"] else "a" if match["letter"] else "box"
