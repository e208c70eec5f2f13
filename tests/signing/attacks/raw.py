"""Writes PDF by hand: what no library would write is what an attacker writes."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import Reference, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

Entries = dict[str, bytes]


def serialized(value: Any) -> bytes:
    out = BytesIO()
    value.write_to_stream(out, None)
    return out.getvalue()


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    return b"<< " + b" ".join(k.encode() + b" " + v for k, v in entries.items()) + b" >>"


def stream(content: bytes, **entries: bytes) -> bytes:
    head = {f"/{key}": value for key, value in entries.items()}
    head["/Length"] = str(len(content)).encode()
    return dictionary(head) + b"\nstream\n" + content + b"\nendstream"


class Doc:
    """A PDF with the numbers of its parts, and updates of it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfFileReader(BytesIO(data))
        self.root = self.reader.root_ref.idnum
        self.info = self.reader.trailer.raw_get("/Info").idnum
        self.form = self.reader.root.raw_get("/AcroForm").idnum
        fields = self.reader.root["/AcroForm"]["/Fields"]
        self.fields = [fields.raw_get(at).idnum for at in range(len(fields))]
        self.size = int(self.reader.trailer["/Size"])
        self.startxref = int(re.findall(rb"startxref\s+(\d+)", data)[-1])

    def object(self, number: int) -> Any:
        return self.reader.get_object(Reference(number, 0, self.reader))

    def entries(self, number: int) -> Entries:
        value = self.object(number)
        return {str(key): serialized(value.raw_get(key)) for key in value}

    def edited(self, number: int, **changes: bytes | None) -> bytes:
        """An object's dictionary with entries exchanged, added, or (None) taken out."""
        found = self.entries(number)
        for key, value in changes.items():
            if value is None:
                found.pop(f"/{key}", None)
            else:
                found[f"/{key}"] = value
        value = self.object(number)
        if isinstance(value, StreamObject):
            data = value.encoded_data
            found["/Length"] = str(len(data)).encode()
            return dictionary(found) + b"\nstream\n" + data + b"\nendstream"
        return dictionary(found)

    def number(self, *path: str | int) -> int:
        """The number of the object at a path from the catalog."""
        value: Any = self.reader.root
        for step in path[:-1]:
            value = value[step]
        return int(value.raw_get(path[-1]).idnum)

    @property
    def page(self) -> int:
        """The last page, where the fields are."""
        return int(self.object(self.fields[0]).raw_get("/P").idnum)

    @property
    def first_page(self) -> int:
        return int(self.reader.find_page_for_modification(0)[0].idnum)

    def update(
        self,
        changes: Mapping[int, bytes],
        *,
        prev: int | None = -1,
        freed: tuple[int, ...] = (),
        trailer: Mapping[str, bytes] | None = None,
        before_table: bytes = b"",
        end: bytes = b"%%EOF\n",
        root: int | None = None,
    ) -> bytes:
        """The file with one more saving behind it, written as signers write theirs."""
        out = BytesIO()
        out.write(self.data)
        if not self.data.endswith(b"\n"):
            out.write(b"\n")
        offsets: dict[int, int] = {}
        for number, body in sorted(changes.items()):
            offsets[number] = out.tell()
            out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
        out.write(before_table)
        table = out.tell()
        out.write(b"xref\n0 1\n0000000000 65535 f \n")
        for number in sorted({*offsets, *freed}):
            if number in offsets:
                out.write(b"%d 1\n%010d 00000 n \n" % (number, offsets[number]))
            else:
                out.write(b"%d 1\n0000000000 00001 f \n" % number)
        ids = self.reader.trailer["/ID"]
        said = {
            "/Size": b"%d" % max(self.size, *(n + 1 for n in offsets), 1),
            "/Root": b"%d 0 R" % (root or self.root),
            "/Info": b"%d 0 R" % self.info,
            "/ID": b"[%b <00112233445566778899AABBCCDDEEFF>]" % serialized(ids.raw_get(0)),
            **(trailer or {}),
        }
        if prev is not None:
            said["/Prev"] = b"%d" % (self.startxref if prev == -1 else prev)
        out.write(b"trailer\n" + dictionary(said) + b"\nstartxref\n%d\n" % table + end)
        return out.getvalue()
