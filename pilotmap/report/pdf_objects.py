"""Small helpers over reportlab's PDF objects, typed for us where the library is not."""

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
)

from pilotmap.report.numbers import number

_VERSION = (1, 7)


class Objects:
    """The file under construction: objects are numbered as they are first referred to."""

    def __init__(self) -> None:
        self._file: Any = PDFDocument(invariant=1, pdfVersion=_VERSION)

    def reference(self, thing: Any) -> Any:
        """A reference to an object, which thereby becomes part of the file."""
        return self._file.Reference(thing)

    def written(self, catalog: Any, info: Any, identity: str) -> bytes:
        """The finished file; the identity is 32 hex digits."""
        self._file.Catalog = catalog
        self._file.info = info
        # Set here, it is neither made from the time of day nor followed by a comment.
        self._file._ID = f"[<{identity}> <{identity}>]".encode("ascii")
        finished: bytes = self._file.format()
        return finished


def dictionary(entries: Mapping[str, Any]) -> Any:
    """A dictionary of PDF objects."""
    return PDFDictionary(dict(entries))


def array(*values: Any) -> Any:
    """An array of PDF objects."""
    return PDFArray(values)


def numbers(*values: float) -> Any:
    """An array of numbers."""
    return PDFArray([number(value) for value in values])


def name(text: str) -> str:
    """A name such as /Page."""
    made: str = PDFName(text)
    return "/" + made[1:].replace("/", "#2F")


def string(text: str) -> Any:
    """A text in the file's own encoding, or in UTF-16 where that lacks a character."""
    return PDFString(text)


def stream(content: bytes, **entries: Any) -> Any:
    """Compressed bytes with the entries of their dictionary."""
    return PDFStream(PDFDictionary(entries), content, [PDFStreamFilterZCompress()])


def name_tree(entries: Mapping[str, Any]) -> Any:
    """Objects by name, in the order of the names."""
    leaves: list[Any] = []
    for key in sorted(entries):
        leaves += [string(key), entries[key]]
    return dictionary({"Names": array(*leaves)})
