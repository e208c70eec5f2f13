r"""What a backslash takes its meaning from, while a line is read, and how a name is written.

`\@` is a plain @, `\log` a word that stays in small letters, and a backslash at the very end
says that nothing is to be added. Inside, a sign without meaning is a control character, of which
no text of a map holds any.
"""

import re
from typing import Final

from pilotmap.capture.signs import LIST_SIGN, NUMBERED, UNSEEN, is_rule

SIGNS: Final = '\\:@[]<>&.~!#?-%"()+*•,;0123456789=→←'
PLAIN: Final = "\x7f"
"""Stands before a character that has no meaning anyway, so that it begins nothing."""
_FREE: Final = [chr(code) for code in (*range(0x01, 0x09), *range(0x0E, 0x1C), *range(0x80, 0xA0))]
_HIDDEN: Final = dict(zip(SIGNS, (c for c in _FREE if c != "\x85"), strict=False))
_SHOWN: Final = str.maketrans({**{v: k for k, v in _HIDDEN.items()}, PLAIN: None})

NO_NAME: Final = "(no name)"
WORDS: Final = frozenset(
    {
        *("start", "step", "decision", "end", "lane", "system", "title"),
        *("anfang", "beginn", "schritt", "entscheidung", "ende", "bahn", "titel"),
    }
)
"""Words that say before a colon what a line is."""
_BEGINS: Final = re.compile(
    rf"""^(?:[?.~!#:>&"<\\]|->|→|←|\(no\ name\)$|(?i:{"|".join(sorted(WORDS))})\s*:)""",
    re.VERBOSE,
)


def hidden(line: str) -> str:
    """The line with every escaped sign taken out of the grammar."""

    def hide(match: re.Match[str]) -> str:
        return _HIDDEN.get(match[1]) or PLAIN + match[1]

    return re.sub(r"\\(.?)", hide, line)


def shown(text: str) -> str:
    """The text of a part of a hidden line, blanks at its ends taken off."""
    return " ".join(text.translate(_SHOWN).split())


def escaped(name: str) -> str:
    """A name so that the line reads it as a name and nothing else."""
    name = " ".join(name.split())
    if not name:
        return NO_NAME
    text = backslashed(name)
    text = re.sub(r"(:)(?=\s|$)", r"\\\1", text)
    text = re.sub(r"((?:(?<=\s)|^)@|\[)", r"\\\1", text)
    text = re.sub(r"\((?=\d+\)$)", r"\\(", text)
    begins = _BEGINS.match(name) or LIST_SIGN.match(f"{name} x") or NUMBERED.match(name)
    return f"\\{text}" if (begins or is_rule(name)) and not text.startswith("\\") else text


def backslashed(text: str) -> str:
    """A text whose backslashes, and whose signs that nobody sees, are read as they are."""
    return re.sub(rf"(\\|\*(?=\*)|{UNSEEN})", r"\\\1", text)


def quoted(name: str) -> str:
    """A name of a lane, a system or a branch, in quotation marks where it needs them."""
    name = " ".join(name.split())
    plain = re.fullmatch(r"[^\W\d_][^:@\[\]\"\\<>()%+*_]*", name)
    if (
        plain
        and not re.search(UNSEEN, name)
        and name.casefold() not in WORDS
        and LIST_SIGN.match(name) is None
    ):
        return name
    return in_quotes(name)


def in_quotes(name: str) -> str:
    """A name in quotation marks, whatever it holds."""
    return '"' + re.sub(rf"([\\\"\[]|\*(?=\*)|{UNSEEN})", r"\\\1", " ".join(name.split())) + '"'


def in_brackets(text: str) -> str:
    """A text so that it stands within square brackets, whatever it holds."""
    text = re.sub(rf"([\\\"\[\]]|\*(?=\*)|{UNSEEN})", r"\\\1", " ".join(text.split()))
    return f"\\{text}" if text.startswith("@") else text
