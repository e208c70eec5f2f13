"""Reads the rows of a CSV file one by one: encoding, separator, and what to do about bad quotes.

A row that cannot be read is told with the line it begins at, and reading goes on at the next line:
a quotation mark that is never closed hides no row behind it.
"""

import codecs
import csv
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Final, NamedTuple

from pilotmap.language import N_, in_figures, tr
from pilotmap.model.errors import UnreadableFile
from pilotmap.storage.regular import open_regular

Encoding = str
ENCODINGS: Final[tuple[Encoding, ...]] = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
SEPARATORS: Final = (",", ";", "\t", "|")
MOST_BYTES: Final = 512 * 1024 * 1024
MOST_BAD_QUOTES: Final = 1_000

_PIECE: Final = 1 << 20
_HEAD: Final = 1 << 16
_ZEROS_OF_UTF_16: Final = 8
"""A letter of every four at least is a Latin one."""
_BOMS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FAULT: Final = N_("{file} cannot be read ({reason}): check the name, and that you may read it.")
_TOO_BIG: Final = N_(
    "{file} is larger than 512 MB, more than can be taken in at once: divide it and take the parts "
    "in one after another."
)


class RawRow(NamedTuple):
    """The cells of a row and the line it begins at, from 1; `fault` instead of cells."""

    line: int
    cells: list[str]
    fault: str = ""


def open_table(path: Path) -> IO[bytes]:
    """Open a file of cases; raises UnreadableFile with the reason."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(tr(_TOO_BIG, file=path))
        return open_regular(path, MOST_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(tr(_FAULT, file=path, reason=reason)) from error


def encoding_of(file: IO[bytes]) -> Encoding:
    """What a file is written in: UTF-16 by its marks or zeros, UTF-8 if it is that, else Windows.

    The whole file is looked through, and left at its beginning.
    """
    head = file.read(_HEAD)
    file.seek(0)
    if head.startswith(_BOMS):
        return "utf-16"
    zeros = head[::2].count(0), head[1::2].count(0)
    if max(zeros) > len(head) // _ZEROS_OF_UTF_16:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        file.seek(0)
    return "utf-8-sig"


def text_of(file: IO[bytes], encoding: Encoding) -> TextIOWrapper:
    """The file as text; what its encoding does not know becomes a mark that nobody overlooks."""
    return TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def separator_of(heading: str) -> str:
    """What stands between the cells of a heading line."""
    return max(SEPARATORS, key=lambda separator: len(_split(heading, separator)))


def _split(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def rows_of(text: Iterator[str], separator: str) -> Iterator[RawRow]:
    """The rows of a table, empty lines left out; raises UnreadableFile after 1,000 bad quotes."""
    lines = _Lines(text)
    width = 0
    bad = 0
    while True:
        rows = csv.reader(lines, delimiter=separator, strict=True)
        try:
            for cells in rows:
                begun, spans = lines.begun, len(lines.taken) > 1
                if width and spans and len(cells) != width:
                    raise csv.Error(_SPREAD)
                lines.forget()
                if cells and any(cells):
                    width = width or len(cells)
                    yield RawRow(begun, cells)
            if not lines.taken:
                return
        except csv.Error as error:
            bad += 1
            yield RawRow(lines.begun, [], _quote_words(str(error)))
            lines.back_but_first()
            if bad >= MOST_BAD_QUOTES:
                words = tr(
                    "The quotation marks of {number} rows cannot be read, the last at line {line}: "
                    "this is no table that can be taken in.",
                    number=in_figures(f"{bad:,}"),
                    line=in_figures(f"{lines.begun:,}"),
                )
                raise UnreadableFile(words) from error


_SPREAD: Final = "a row over several lines"


def _quote_words(error: str) -> str:
    if "field larger" in error or "unexpected end" in error or error == _SPREAD:
        return tr("a quotation mark is opened and never closed")
    return tr("a quotation mark stands where none can be")


class _Lines:
    """The lines of a text, of which those since the last whole row can be read again."""

    def __init__(self, text: Iterator[str]) -> None:
        self._text = text
        self._again: list[str] = []
        self.taken: list[str] = []
        self.begun = 1

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._text)
        self.taken.append(line)
        return line

    def forget(self) -> None:
        """The row is whole."""
        self.begun += len(self.taken)
        self.taken.clear()

    def back_but_first(self) -> None:
        """Read all but the first line since the last whole row again."""
        self._again += reversed(self.taken[1:])
        self.begun += 1
        self.taken.clear()
