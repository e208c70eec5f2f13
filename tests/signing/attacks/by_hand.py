"""A saving written by hand, honest until something of it is exchanged: data to check signatures
with, which anybody may add, or a signature of its own.
"""

import asyncio
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from pilotmap.model.signoff import SEATS, Seat
from tests.signing.attacks.raw import Doc, dictionary, serialized, stream
from tests.signing.files import identity

_ROOM = 12_000
_RANGE = b"[0 0000000000 0000000000 0000000000]"


@dataclass
class Saving:
    """The parts of one revision; what is changed of them is what an attack does."""

    doc: Doc
    objects: dict[int, bytes] = field(default_factory=dict)
    heads: dict[int, bytes] = field(default_factory=dict)
    tails: dict[int, bytes] = field(default_factory=dict)
    trailer: dict[str, bytes] = field(default_factory=dict)
    more_trailer: bytes = b""
    between: bytes = b""
    """Before the table."""
    unnamed: dict[int, bytes] = field(default_factory=dict)
    """Objects that no table names."""
    table: Callable[["Saving", dict[int, int]], bytes] | None = None
    end: Callable[[int], bytes] = lambda at: b"startxref\n%d\n%%%%EOF\n" % at
    streamed: Callable[["Saving", dict[int, int], int], bytes] | None = None

    @property
    def number(self) -> int:
        """A number that is free."""
        return max(self.doc.size, *(n + 1 for n in (*self.objects, *self.unnamed)), 1)

    def written(self) -> bytes:
        """The file with this saving."""
        out = bytearray(self.doc.data)
        offsets: dict[int, int] = {}
        for number, body in sorted({**self.objects, **self.unnamed}.items()):
            if number in self.objects:
                offsets[number] = len(out)
            out += self.heads.get(number, b"%d 0 obj\n" % number)
            out += body + self.tails.get(number, b"\nendobj\n")
        out += self.between
        at = len(out)
        if self.streamed is not None:
            out += self.streamed(self, offsets, at)
        else:
            out += (self.table or plain_table)(self, offsets)
            out += b"trailer\n" + self._trailer() + b"\n"
        return bytes(out + self.end(at))

    def entries(self, size: int) -> dict[str, bytes]:
        ids = self.doc.reader.trailer["/ID"]
        return {
            "/Size": b"%d" % size,
            "/Root": b"%d 0 R" % self.doc.root,
            "/Info": b"%d 0 R" % self.doc.info,
            "/ID": b"[%b <00112233445566778899AABBCCDDEEFF>]" % serialized(ids.raw_get(0)),
            "/Prev": b"%d" % self.doc.startxref,
            **self.trailer,
        }

    def _trailer(self) -> bytes:
        made = dictionary({k: v for k, v in self.entries(self.number).items() if v != b""})
        return made[:-2] + self.more_trailer + b">>"


def plain_table(saving: Saving, offsets: dict[int, int]) -> bytes:
    """A table as signers write it."""
    out = b"xref\n0 1\n0000000000 65535 f \n"
    for number in sorted(offsets):
        out += b"%d 1\n%010d 00000 n \n" % (number, offsets[number])
    return out


def streamed_table(
    saving: Saving,
    offsets: dict[int, int],
    at: int,
    widths: tuple[int, int, int] = (1, 4, 2),
    inside: dict[int, tuple[int, int]] | None = None,
    **entries: bytes,
) -> bytes:
    """A table as a stream, with entries exchanged, or left out where they are empty."""
    own = saving.number
    rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535), own: (1, at, 0)}
    rows |= {number: (1, offset, 0) for number, offset in offsets.items()}
    rows |= {number: (2, *place) for number, place in (inside or {}).items()}
    packed = b"".join(
        b"".join(
            (value % 256**width).to_bytes(width, "big")
            for value, width in zip(row, widths, strict=True)
        )
        for _, row in sorted(rows.items())
    )
    index = b" ".join(b"%d 1" % number for number in sorted(rows))
    said = {
        "/Type": b"/XRef",
        "/W": b"[%d %d %d]" % widths,
        "/Index": b"[" + index + b"]",
        "/Filter": b"/FlateDecode",
        **saving.entries(own + 1),
    }
    said |= {f"/{key}": value for key, value in entries.items()}
    content = zlib.compress(packed + said.pop("/Behind", b""))
    said["/Length"] = b"%d" % len(content)
    made = dictionary({key: value for key, value in said.items() if value})
    return b"%d 0 obj\n" % own + made + b"\nstream\n" + content + b"\nendstream\nendobj\n"


def validation_data(data: bytes) -> Saving:
    """What anybody may add to a signed file, without a key."""
    saving = Saving(Doc(data))
    store, one = saving.number, saving.number + 1
    certificate = identity("it").certificate.der
    saving.objects = {
        saving.doc.root: saving.doc.edited(saving.doc.root, DSS=b"%d 0 R" % store),
        store: b"<< /Type /DSS /Certs [%d 0 R] >>" % one,
        one: stream(certificate),
    }
    return saving


def signature(data: bytes, seat: Seat) -> Saving:
    """A seat's signature, not yet made: `sealed` makes it once all else stands."""
    saving = Saving(Doc(data))
    own, value = saving.doc.fields[SEATS.index(seat)], saving.number
    saving.objects = {
        own: saving.doc.edited(own, V=b"%d 0 R" % value),
        value: b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
        b"/M (D:20261201120000Z) /ByteRange %b /Contents <%b> >>" % (_RANGE, b"0" * _ROOM),
    }
    return saving


def sealed(written: bytes, seat: Seat) -> bytes:
    """A file whose last signature is made, over whatever stands in the file."""
    first = written.rindex(b"/Contents <") + len(b"/Contents ")
    second = first + _ROOM + 2
    told = b"[0 %d %d %d]" % (first, second, len(written) - second)
    data = written.replace(_RANGE, told.ljust(len(_RANGE)))
    digest = sha256(data[:first] + data[second:]).digest()
    signer = identity(seat).signer
    made = asyncio.run(signer.async_sign(digest, "sha256", use_pades=True)).dump().hex().encode()
    return data[: first + 1] + made.ljust(_ROOM, b"0") + data[second - 1 :]


Change = Callable[[Saving], None]


def forged_page(saving: Saving) -> int:
    """A tree of one page that says what nobody signed, as objects that no table names."""
    tree = saving.number
    text = b"BT /F1 24 Tf 72 400 Td (FORGED) Tj ET"
    saving.unnamed = {
        tree: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (tree + 1),
        tree + 1: b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R >>"
        % (tree, tree + 2),
        tree + 2: stream(text),
    }
    return tree
