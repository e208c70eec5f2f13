"""Where a line may end: a small part of Unicode annex 14, fit for names and short notes."""

import re
from functools import lru_cache
from typing import Final

from pilotmap.layout.text.graphemes import graphemes

# No-break spaces are absent on purpose.
_SPACE: Final = frozenset(
    " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
)
_BREAK_AFTER: Final = frozenset("-\u2010\u2013\u2014/\\_|")
# Scripts that write without spaces and may turn the line after nearly every character.
_IDEOGRAPHIC: Final = re.compile(
    "[\u2e80-\u303f\u3041-\u30ff\u3105-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0002fa1f]"
)
_NEVER_FIRST: Final = frozenset(
    "!%),.:;?]}\u00a2\u00b0\u00b7\u2019\u201d\u2026\u203a\u00bb\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u301c\u301f"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u309b\u309c\u309d\u309e"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb\u30fc\u30fd\u30fe"
    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff61\uff63\uff64"
    # Thai and Lao vowels and signs that follow their consonant.
    "\u0e2f\u0e30\u0e32\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0ec6"
)
_NEVER_LAST: Final = frozenset(
    "([{\u2018\u201c\u2039\u00ab\u3008\u300a\u300c\u300e\u3010\u3014\u301d\uff08\uff3b\uff5b\uff62$\u00a3\u00a5\u20ac"
    # Thai and Lao vowels that are written before their consonant.
    "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
)
_SHORTEST_BEFORE_HYPHEN: Final = 2


@lru_cache(maxsize=32768)
def pieces_of(text: str) -> tuple[str, ...]:
    """Return the text cut at every place where a line may end; joined they are the text.

    Spaces stay at the end of the piece before them.
    """
    if _IDEOGRAPHIC.search(text) is None and not _BREAK_AFTER & set(text) and text.isascii():
        return tuple(re.findall(r"[^ \t]*[ \t]+|[^ \t]+", text))
    clusters = graphemes(text)
    cut: list[str] = []
    start = 0
    for index in range(1, len(clusters)):
        if _may_end(clusters, start, index):
            cut.append("".join(clusters[start:index]))
            start = index
    if clusters:
        cut.append("".join(clusters[start:]))
    return tuple(cut)


def may_part(before: str, after: str) -> bool:
    """Whether two clusters may stand on different lines when a word is too long for one."""
    return before[0] not in _NEVER_LAST and after[0] not in _NEVER_FIRST


def _may_end(clusters: tuple[str, ...], start: int, index: int) -> bool:
    before, after = clusters[index - 1], clusters[index]
    if after in _SPACE:
        return False
    if before in _SPACE:
        return True
    if not may_part(before, after):
        return False
    if before in _BREAK_AFTER:
        return _is_joint(clusters, start, index)
    return bool(_IDEOGRAPHIC.match(before) or _IDEOGRAPHIC.match(after))


def _is_joint(clusters: tuple[str, ...], start: int, index: int) -> bool:
    """Whether a hyphen or slash parts two words: not "e-mail", not "1/2", not "-5"."""
    if index - 1 - start < _SHORTEST_BEFORE_HYPHEN:
        return False
    word, after = clusters[index - 2], clusters[index]
    return word.isalnum() and after.isalnum() and not (word.isdigit() and after.isdigit())
