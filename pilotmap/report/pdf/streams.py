"""Streams as a document holds them: packed by one library, whose version the edition names."""

import zlib
from typing import Any

from pikepdf import Name, Pdf, Stream


def packed(file: Pdf, content: bytes, **entries: Any) -> Stream:
    """Compressed bytes with the entries of their dictionary, as an object of the file."""
    return file.make_stream(zlib.compress(content), Filter=Name.FlateDecode, **entries)
