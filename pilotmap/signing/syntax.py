"""Reads PDF objects in the one way of writing them that no two readers take for different things.

Whoever wants one reader to see what another does not writes numbers with signs and leading zeros,
escapes in names, an entry twice, comments within objects, lengths that lie elsewhere. None of the
programs that sign writes any of that, so all of it is refused (ISO 32000-1, 7.2 and 7.3).
"""

import re
import zlib
from decimal import Decimal
from typing import Any, Final

from pilotmap.language import tr
from pilotmap.signing.refusal import Refusal
from pilotmap.signing.values import Reference, Stream, entry, is_array

DEEPEST: Final = 32
LARGEST_NUMBER: Final = 2**31 - 1
MOST_UNPACKED: Final = 64 << 20

_SPACE: Final = re.compile(rb"[ \r\n]*")
_WORD_END: Final = rb"(?=[ \r\n/\[\]<>()]|$)"
_TOKEN: Final = re.compile(
    rb"(?P<reference>([1-9]\d{0,9}) 0 R)" + _WORD_END
    + rb"|(?P<real>-?\d{0,7}\.\d{1,12})" + _WORD_END
    + rb"|(?P<whole>-?(?:0|[1-9]\d{0,9}))" + _WORD_END
    + rb"|(?P<name>/[A-Za-z0-9_.+\-:*@#]{1,127})" + _WORD_END
    + rb"|(?P<word>true|false|null)" + _WORD_END
    + rb"|(?P<text>\((?:[^()\\\r\n]|\\(?:[nrtbf()\\]|[0-3][0-7]{2}))*+\))"
    + rb"|(?P<hex><(?:[0-9A-Fa-f]{2})*+>)"
    + rb"|(?P<mark><<|>>|\[|\])"
)  # fmt: skip
_ESCAPED: Final = re.compile(rb"\\([nrtbf()\\]|[0-3][0-7]{2})")
_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NAME_ESCAPE: Final = re.compile(r"#([0-9a-fA-F]{2})")
_ZEROS: Final = re.compile(rb"-?0\d|-0$")
_BEGIN: Final = re.compile(rb"[ \r\n]{0,4}stream(?:\r\n|\n)")
_AFTER: Final = re.compile(rb"(?:\r\n|\n)?endstream")
_WORDS: Final = {b"true": True, b"false": False, b"null": None}


class Syntax:
    """Reads objects at places of some bytes. Every method raises Refusal.

    With `ours`, names may hold escapes: the library that writes our documents makes some.
    """

    def __init__(self, data: bytes, *, ours: bool = False) -> None:
        self._data = data
        self._ours = ours
        self._unpacked = 0

    def space(self, at: int) -> int:
        """Where white space that begins here ends."""
        found = _SPACE.match(self._data, at)
        return found.end() if found else at

    def value(self, at: int, depth: int = 0) -> tuple[Any, int]:
        """The value that begins here, white space left out, and where it ends."""
        at = self.space(at)
        token = _TOKEN.match(self._data, at)
        if token is None or depth > DEEPEST:
            raise unusual(at)
        kind, written, end = token.lastgroup, token[0], token.end()
        if kind == "mark":
            if written == b"<<":
                return self._dictionary(end, depth)
            if written == b"[":
                return self._array(end, depth)
            raise unusual(at)
        return self._plain(kind or "", written, at), end

    def object(self, at: int) -> tuple[Any, int]:
        """The value of an object, which may be a stream, and where it ends."""
        value, end = self.value(at)
        begin = _BEGIN.match(self._data, end)
        if begin is None:
            return value, end
        length = entry(value, "/Length")
        if not isinstance(length, int) or isinstance(length, bool) or length < 0:
            raise unusual(at)
        raw = self._data[begin.end() : begin.end() + length]
        after = _AFTER.match(self._data, begin.end() + length)
        if len(raw) != length or after is None:
            raise unusual(at)
        return Stream(value, raw, self._unpack(value, raw, at)), after.end()

    def _plain(self, kind: str, written: bytes, at: int) -> Any:
        if kind == "reference":
            number = int(written.split()[0])
            if number > LARGEST_NUMBER:
                raise unusual(at)
            return Reference(number)
        if kind == "whole":
            number = int(written)
            if abs(number) > LARGEST_NUMBER or written == b"-0":
                raise unusual(at)
            return number
        if kind == "real":
            if _ZEROS.match(written):
                raise unusual(at)
            return Decimal(written.decode())
        if kind == "name":
            return self._name(written, at)
        if kind == "text":
            return _ESCAPED.sub(_unescaped, written[1:-1])
        if kind == "hex":
            return bytes.fromhex(written[1:-1].decode())
        return _WORDS[written]

    def _name(self, written: bytes, at: int) -> str:
        name = written.decode("ascii")
        if "#" not in name:
            return name
        if not self._ours or name.count("#") != len(_NAME_ESCAPE.findall(name)):
            raise unusual(at)
        return _NAME_ESCAPE.sub(lambda found: chr(int(found[1], 16)), name)

    def _dictionary(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        while True:
            at = self.space(at)
            if self._data.startswith(b">>", at):
                return found, at + 2
            key, end = self.value(at, depth + 1)
            value, after = self.value(end, depth + 1)
            # a null would be an entry for some readers and none for others
            if not isinstance(key, str) or key in found or value is None:
                raise unusual(at)
            found[key], at = value, after

    def _array(self, at: int, depth: int) -> tuple[tuple[Any, ...], int]:
        found: list[Any] = []
        while True:
            at = self.space(at)
            if self._data.startswith(b"]", at):
                return tuple(found), at + 1
            value, at = self.value(at, depth + 1)
            found.append(value)

    def _unpack(self, entries: dict[str, Any], raw: bytes, at: int) -> bytes:
        filters = entries.get("/Filter", ())
        named = filters if is_array(filters) else (filters,)
        if not named:
            return raw
        if named != ("/FlateDecode",):
            raise Refusal(tr("It holds something packed in a way that no signer uses."))
        unpacker = zlib.decompressobj()
        try:
            data = unpacker.decompress(raw, MOST_UNPACKED - self._unpacked + 1)
        except zlib.error as error:
            raise unusual(at) from error
        self._unpacked += len(data)
        if self._unpacked > MOST_UNPACKED:
            raise Refusal(tr("It is much larger than it looks."))
        if not unpacker.eof or unpacker.unused_data:
            raise unusual(at)
        return data


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8)]) if len(sign) == 3 else _ESCAPES.get(sign, sign)


def unusual(at: int) -> Refusal:
    """What is said of anything that is not written as every reader understands it."""
    return Refusal(
        tr(
            "It is written in a way that readers do not all understand alike, at {offset}.",
            offset=at,
        )
    )
