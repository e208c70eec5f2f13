"""Ways of writing a saving that readers take for different things; each must be refused.

Every change works on a saving that is accepted without it, whether anybody adds it to a signed
file or a dishonest signer signs it.
"""

from collections.abc import Iterator
from typing import Any

from tests.signing.attacks.by_hand import Change, Saving, forged_page, plain_table, streamed_table

_HIDDEN = b"9 0 obj\n<< /Type /Page >>\nendobj\n"


def _trailer(key: str, value: bytes) -> Change:
    return lambda saving: saving.trailer.update({key: value})


def _end(written: bytes) -> Change:
    """How the file ends, `@` being where the table is."""

    def change(saving: Saving) -> None:
        saving.end = lambda at: written.replace(b"@", b"%d" % at)

    return change


def _head(written: bytes) -> Change:
    """How objects begin, `@` being their number."""

    def change(saving: Saving) -> None:
        saving.heads = {n: written.replace(b"@", b"%d" % n) for n in saving.objects}

    return change


def _tail(written: bytes) -> Change:
    return lambda saving: saving.tails.update(dict.fromkeys(saving.objects, written))


def _between(written: bytes) -> Change:
    return lambda saving: setattr(saving, "between", written)


def _main(saving: Saving) -> int:
    """The object that the saving rewrites: the catalog, or the field."""
    return min(saving.objects)


def _written(old: bytes, new: bytes) -> Change:
    """Bytes of the rewritten object exchanged; the object must have them."""

    def change(saving: Saving) -> None:
        at = _main(saving)
        assert old in saving.objects[at], old
        saving.objects[at] = saving.objects[at].replace(old, new, 1)

    return change


def _entry(written: bytes) -> Change:
    """One entry more in the rewritten object; `@` is a forged tree of pages."""

    def change(saving: Saving) -> None:
        tree = b"%d 0 R" % forged_page(saving)
        at = _main(saving)
        body = saving.objects[at].rstrip()
        saving.objects[at] = body[:-2] + written.replace(b"@", tree) + b" >>"

    return change


def _table(old: bytes, new: bytes) -> Change:
    """The table with bytes exchanged; `@` is the place of the first object."""

    def change(saving: Saving) -> None:
        def table(made: Saving, offsets: dict[int, int]) -> bytes:
            plain = plain_table(made, offsets)
            first = b"%010d" % offsets[_main(made)]
            assert old.replace(b"@", first) in plain
            return plain.replace(old.replace(b"@", first), new.replace(b"@", first), 1)

        saving.table = table

    return change


def _sections(shape: str) -> Change:
    """The table with its sections in another order, twice, or together."""

    def change(saving: Saving) -> None:
        def table(made: Saving, offsets: dict[int, int]) -> bytes:
            rows = [b"%d 1\n%010d 00000 n \n" % pair for pair in sorted(offsets.items())]
            head = b"0 1\n0000000000 65535 f \n"
            ways = {
                "reversed": [head, *reversed(rows)],
                "head last": [*rows, head],
                "twice": [head, *rows, rows[0]],
                "one missing": [head, *rows[1:]],
                "empty section": [head, b"5 0\n", *rows],
            }
            return b"xref\n" + b"".join(ways[shape])

        saving.table = table

    return change


def _named_too(saving: Saving) -> None:
    """A table that names the forged pages as well: objects that nothing uses."""
    forged_page(saving)
    saving.objects.update(saving.unnamed)
    saving.unnamed = {}


def _streamed(widths: tuple[int, int, int] = (1, 4, 2), **entries: bytes) -> Change:
    def change(saving: Saving) -> None:
        saving.streamed = lambda made, offsets, at: streamed_table(
            made, offsets, at, widths, **entries
        )

    return change


def _numbers() -> Iterator[tuple[str, Change]]:
    for size in (b"2147483647", b"4294967295", b"99999999999999999999", b"1", b"0", b"-1"):
        yield f"size {size.decode()}", _trailer("/Size", size)
    for way in (
        "+%d",
        "0%d",
        "%d.0",
        "%d.",
        "(%d)",
        "<%x>",
        "[%d]",
        "%d 0 R",
        "/%d",
        "%de0",
        "--%d",
    ):
        yield (
            f"size as {way}",
            lambda saving, w=way: saving.trailer.update({"/Size": (w % saving.number).encode()}),
        )
        yield (
            f"previous table as {way}",
            lambda saving, w=way: saving.trailer.update(
                {"/Prev": (w % saving.doc.startxref).encode()}
            ),
        )
    for more in (-1, 1, 2, 100, 100_000):
        yield (
            f"size off by {more}",
            lambda saving, m=more: saving.trailer.update({"/Size": b"%d" % (saving.number + m)}),
        )
        yield (
            f"previous table off by {more}",
            lambda saving, m=more: saving.trailer.update(
                {"/Prev": b"%d" % (saving.doc.startxref + m)}
            ),
        )


def _trailers() -> Iterator[tuple[str, Change]]:
    yield "no previous table", _trailer("/Prev", b"")
    yield "no size", _trailer("/Size", b"")
    yield "no root", _trailer("/Root", b"")
    yield "no identity", _trailer("/ID", b"")
    yield "another identity", _trailer("/ID", b"[<00> <00>]")
    yield "identity of one", _trailer("/ID", b"[<00>]")
    yield "no info", _trailer("/Info", b"")
    yield "hybrid table", _trailer("/XRefStm", b"100")
    yield "encryption", _trailer("/Encrypt", b"<< /Filter /Standard >>")
    yield "unknown entry", _trailer("/Extra", b"1")
    for written in (
        b" /Root 1 0 R", b" /R#6fot 99 0 R", b" /Prev 9", b" /Size 3", b" /Pre#76 16",
        b" /Prev null",
        b" /Size 9999 ", b" /Info 9 0 R", b" % comment\n", b" /Type /XRef", b" /Linearized 1",
    ):  # fmt: skip
        yield (
            f"trailer also with {written!r}",
            lambda saving, w=written: setattr(saving, "more_trailer", w),
        )


def _ends() -> Iterator[tuple[str, Change]]:
    for name, written in (
        ("1,010 line breaks", b"startxref" + b"\n" * 1010 + b"@\n%%EOF\n"),
        ("two line breaks", b"startxref\n\n@\n%%EOF\n"),
        ("a space", b"startxref @\n%%EOF\n"),
        ("a tab", b"startxref\t@\n%%EOF\n"),
        ("a comment", b"startxref\n%x\n@\n%%EOF\n"),
        ("a sign", b"startxref\n+@\n%%EOF\n"),
        ("a zero", b"startxref\n0@\n%%EOF\n"),
        ("a fraction", b"startxref\n@.0\n%%EOF\n"),
        ("spaces behind", b"startxref\n@     \n%%EOF\n"),
        ("line breaks behind", b"startxref\n@\n\n\n%%EOF\n"),
        ("no end", b"startxref\n@\n"),
        ("end in small letters", b"startxref\n@\n%%eof\n"),
        ("two ends", b"startxref\n@\n%%EOF\n%%EOF\n"),
        ("text behind", b"startxref\n@\n%%EOF hidden\n"),
        ("another place first", b"startxref\n9\n%%EOF\nstartxref\n@\n%%EOF\n"),
        ("another place last", b"startxref\n@\n%%EOF\nstartxref\n9\n%%EOF\n"),
        ("off by one", b"startxref\n@1\n%%EOF\n"),
        ("zeros behind", b"startxref\n@\n%%EOF\n" + bytes(1100)),
        ("spaces at the end", b"startxref\n@\n%%EOF\n" + b" " * 1100),
        ("null before", b"\0startxref\n@\n%%EOF\n"),
        ("lone carriage returns", b"startxref\r@\r%%EOF\r"),
        ("hexadecimal", b"startxref\n0x@\n%%EOF\n"),
        ("form feed", b"startxref\f@\n%%EOF\n"),
    ):
        yield f"end: {name}", _end(written)


def _objects() -> Iterator[tuple[str, Change]]:
    for written in (
        b"0@ 0 obj\n", b"+@ 0 obj\n", b"@ 00 obj\n", b"@ 1 obj\n", b"@ 65535 obj\n", b"@  0 obj\n",
        b"@\t0 obj\n", b"@\n0 obj\n", b"@ 0\nobj\n", b"@ 0 %x\nobj\n", b"@\x000 obj\n",
        b"@ 0 OBJ\n", b"@.0 0 obj\n", b"@ -0 obj\n", b"@ 0 obj\n%comment\n", b"@ 0 obj\0",
        b"\0@ 0 obj\n",
        b"1 0 obj\n@ 0 obj\n", b"@ 0 obj @ 0 obj\n", b"@ 0 obj\n9\nendobj\n@ 0 obj\n",
    ):  # fmt: skip
        yield f"object begins {written!r}", _head(written)
    for written in (
        b"\n", b"\nendob\n", b"\nENDOBJ\n", b"\n%x\nendobj\n", b"\n9 endobj\n",
        b"\nendobj endobj\n",
        b"\n" + b" " * 2000 + b"endobj\n", b"\n\0endobj\n", b"\nendobj\n" + _HIDDEN,
        b"\n>>\nendobj\n",
        b"\nendobj\n%x\n%y\n", b"\nendobj\nxref\n", b"\nendobj\ntrailer\n<< /Root 9 0 R >>\n",
        b"\nendstream\nendobj\n", b"\nendobj\n\0\0\0\0\n", b"\nendobj" + b"\n" * 5000,
    ):  # fmt: skip
        yield f"object ends {written[:40]!r}", _tail(written)
    for written in (
        b"%PDF-1.7\n", _HIDDEN, b"%9 0 obj\n", b"trailer\n<< /Size 9 /Root 9 0 R >>\n",
        b"xref\n0 1\n0000000000 65535 f \n", b"startxref\n9\n%%EOF\n", b"hidden\n", b"%a\n%b\n",
        b"(text)\n", b"\0" * 16, b" " * 4000, b"\n" * 4000, b"%%EOF\n", b"\f\t\n",
    ):  # fmt: skip
        yield f"before the table {written[:30]!r}", _between(written)


def _entries() -> Iterator[tuple[str, Change]]:
    """What a dictionary may be written like, with forged pages beside it."""
    for written in (
        b" /Pages @", b" /P#61ges @", b" /Pages#20 @", b" /#50ages @", b" /Pages null",
        b" /Pages[@]",
        b" /Type /Catalog", b" /Typ#65 /X", b" /Lang null", b" /Lang (xx)", b" /L#61ng (xx)",
        b" %comment\n", b" % /Pages @\n", b" /Pages @ /Pages @", b" /Kids [@]",
        b" /OCProperties << >>",
        b" /OpenAction @", b" /AA << >>", b" /Nul#00l 1", b" / 1", b" /X", b" 1 /X", b" /DSS @",
        b" /X (unended", b" /X (a(b)c)", b" /X (a\rb)", b" /X (a\\\nb)", b" /X (\\7)", b" /X (\\x)",
        b" /X <414>", b" /X <41 42>", b" /X <4G>", b" /X 1.2.3", b" /X --1", b" /X +1", b" /X 01",
        b" /X 1e5", b" /X 16#FF", b" /X .", b" /X -", b" /X 1.", b" /X 99999999999", b" /X -0",
        b" /X True", b" /X nul", b" /X << /A 1 /A 2 >>", b" /X [1 2", b" /X [[[[1]]]] ]",
        b" /X 1 0 r",
        b" /X 01 0 R", b" /X 1 00 R", b" /X 1 1 R", b" /X 0 0 R", b" /X -1 0 R", b" /X 1 0R",
        b" /X 1%c\n0 R", b" /X " + b"[" * 60 + b"]" * 60,
        b" /X " + b"<</A " * 60 + b"1" + b">>" * 60,
        b" /X {1}", b" /X >", b" /X )", b" /X\x00 1", b" /X\x0c1", b" /X\x801", b" /X (1 0 obj)",
        b" /X (trailer)", b" /X (xref)", b" /X (%PDF-1.4)", b" /X (endstream endobj)", b" /X/Y/Z/A",
    ):  # fmt: skip
        yield f"entry {written[:30]!r}", _entry(written)


def _tables() -> Iterator[tuple[str, Change]]:
    for shape in ("reversed", "head last", "twice", "one missing", "empty section"):
        yield f"table: {shape}", _sections(shape)
    for old, new in (
        (b"xref\n", b"xref \n"), (b"xref\n", b"xref\n\n"), (b"xref\n", b"xref\n%x\n"),
        (b"xref\n", b"xref "),
        (b"xref\n", b"XREF\n"), (b"0 1\n", b"00 1\n"), (b"0 1\n", b"0 01\n"), (b"0 1\n", b"0  1\n"),
        (b"0 1\n", b"0 1 \n"), (b"0 1\n", b"+0 1\n"), (b"0 1\n", b"0 2\n"), (b"0 1\n", b"0 0\n"),
        (b"0 1\n", b"0 4294967297\n"), (b"65535 f", b"00000 f"), (b"65535 f", b"65535 n"),
        (b"65535 f \n", b"65535 f\n"), (b"65535 f \n", b"65535 f  \n"),
        (b"65535 f \n", b"65535 f%\n"),
        (b"@ 00000 n", b"@ 00001 n"), (b"@ 00000 n", b"@ 00000 f"), (b"@ 00000 n", b"@ 65535 n"),
        (b"@ 00000 n", b"@ 00000 N"), (b"@ 00000 n", b"@\t00000 n"), (b"@ 00000 n", b"@ 00000  n"),
        (b"@ 00000 n", b"0000000009 00000 n"), (b"@ 00000 n", b"         9 00000 n"),
        (b"@ 00000 n", b"-000000009 00000 n"), (b"@ 00000 n", b"@.0 000 n"), (b"@ 00000 n \n", b""),
        (b"@ 00000 n \n", b"@ 00000 n \n0000000009 00000 n \n"),
        (b"@ 00000 n \n", b"@ 00000 n \n%c\n"),
    ):  # fmt: skip
        yield f"table: {old!r} as {new!r}", _table(old, new)
    yield "table names what nothing uses", _named_too


def _streams() -> Iterator[tuple[str, Change]]:
    for widths in (
        (1, 20, 2), (1, 9, 9), (0, 4, 2), (1, 4, 0), (4, 4, 4), (1, 1, 1), (2, 4, 2),
        (1, 5, 2), (1, 6, 2),
        (1, 7, 2), (1, 4, 3), (1, 4, 8), (1, 16, 1), (8, 8, 8), (1, 255, 2),
    ):  # fmt: skip
        if widths[1] > 1:
            yield f"table as a stream, widths {widths}", _streamed(widths)
    told: tuple[dict[str, Any], ...] = (
        {"W": b"[1 4]"}, {"W": b"[1 4 2 0]"}, {"W": b"[1 4 2.0]"}, {"W": b"[+1 4 2]"},
        {"W": b"[01 4 2]"},
        {"W": b"[-1 4 2]"}, {"W": b"7 0 R"}, {"W": b""}, {"Index": b""}, {"Index": b"[0 1]"},
        {"Index": b"[0]"}, {"Index": b"[0 99999]"}, {"Index": b"[5 1 0 1 9 1 9 1 9 1]"},
        {"Index": b"[-1 9]"},
        {"Size": b"2147483647"}, {"Size": b"1"}, {"Size": b"0"}, {"Type": b"/XRe#66"},
        {"Type": b""},
        {"Filter": b""}, {"Filter": b"/FlateDecode /Filter /ASCIIHexDecode"}, {"Filter": b"/Fl"},
        {"Filter": b"[/FlateDecode /FlateDecode]"}, {"Filter": b"[/FlateDecode null]"},
        {"DecodeParms": b"<< /Predictor 12 /Columns 7 >>"}, {"DecodeParms": b"<< /Predictor 2 >>"},
        {"DecodeParms": b"<< /Predictor 15 /Columns 7 >>"}, {"DecodeParms": b"[null]"},
        {"Behind": b"\0" * 7}, {"Behind": b"\0"}, {"Behind": b"\1\0\0\0\x09\0\0"},
        {"Behind": b"\3" * 7},
        {"Extends": b"9 0 R"}, {"Prev": b""}, {"Prev": b"16"}, {"Root": b"9 0 R"},
        {"XRefStm": b"16"},
        {"F": b"(elsewhere)"}, {"Encrypt": b"<< >>"}, {"Info": b"9 0 R"},
    )  # fmt: skip
    for entries in told:
        yield f"table as a stream with {entries}", _streamed(**entries)


def changes() -> Iterator[tuple[str, Change]]:
    """Each must be refused, by whomever it is done."""
    for some in (_numbers, _trailers, _ends, _objects, _entries, _tables, _streams):
        yield from some()
