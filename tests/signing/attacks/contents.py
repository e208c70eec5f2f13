"""What is put into a saving that is written as it should be; each must be refused."""

import zlib
from collections.abc import Callable, Iterator

from tests.signing.attacks.by_hand import Change, Saving, forged_page, streamed_table
from tests.signing.attacks.raw import dictionary, stream
from tests.signing.files import identity

_SAID = ("N", "First", "Extends", "Filter", "Type")


def _packed_objects(
    saving: Saving, members: list[tuple[int, bytes]], **told: bytes
) -> tuple[bytes, bytes]:
    """The head and body of a stream of objects."""
    offsets, body = list[int](), b""
    for _, value in members:
        offsets.append(len(body))
        body += value + b" "
    pairs = b" ".join(b"%d %d" % (n, at) for (n, _), at in zip(members, offsets, strict=True))
    return told.get("Pairs", pairs) + b" ", body


def in_stream(
    shape: Callable[[list[tuple[int, bytes]], int], list[tuple[int, bytes]]] | None = None,
    **told: bytes,
) -> Change:
    """The catalog and the store in a stream of objects, of another shape or with other entries."""

    def change(saving: Saving) -> None:
        root = saving.doc.root
        holder = saving.number
        tree = holder + 1
        moved = [(n, body) for n, body in sorted(saving.objects.items()) if b"stream" not in body]
        inside = {number: (holder, place) for place, (number, _) in enumerate(moved)}
        members = shape(moved, root) if shape else moved
        head, body = _packed_objects(saving, members, **told)
        content = zlib.compress(told.get("Before", b"") + head + body + told.get("Behind", b""))
        said = {
            "/Type": b"/ObjStm", "/N": b"%d" % len(members), "/First": b"%d" % len(head),
            "/Filter": b"/FlateDecode",
        }  # fmt: skip
        said |= {
            f"/{k}": v for k, v in told.items() if k in ("N", "First", "Extends", "Filter", "Type")
        }
        said["/Length"] = b"%d" % len(content)
        for number, _ in moved:
            del saving.objects[number]
        if "Direct" in told:
            saving.objects[moved[0][0]] = moved[0][1]
        made = dictionary({key: value for key, value in said.items() if value})
        saving.objects[holder] = made + b"\nstream\n" + content + b"\nendstream"
        if told.get("Places") == b"wrong":
            inside = {n: (holder, place + 1) for n, (_, place) in inside.items()}
        if told.get("Places") == b"elsewhere":
            inside = {n: (tree, place) for n, (_, place) in inside.items()}
        saving.streamed = lambda made, offsets, at: streamed_table(
            made, offsets, at, inside={n: p for n, p in inside.items() if n not in offsets}
        )

    return change


def _twice(forged_first: bool) -> Change:
    def shape(members: list[tuple[int, bytes]], root: int) -> list[tuple[int, bytes]]:
        number, catalog = members[0]
        forged = catalog.rstrip()[:-2] + b" /PageMode /FullScreen >>"
        pair = [(number, forged), (number, catalog)]
        return [*(pair if forged_first else reversed(pair)), *members[1:]]

    return in_stream(shape)


def object_streams() -> Iterator[tuple[str, Change]]:
    """Streams of objects in which readers would find other objects."""
    yield "catalog twice, the forged one first", _twice(True)
    yield "catalog twice, the forged one last", _twice(False)
    yield "all twice", in_stream(lambda members, _: [*members, *members])
    yield "one more", in_stream(lambda members, _: [*members, (9_999, b"<< >>")])
    yield "one less", in_stream(lambda members, _: members[:-1])
    yield "another number", in_stream(lambda members, _: [(3, members[0][1]), *members[1:]])
    yield "reversed", in_stream(lambda members, _: members[::-1])
    yield (
        "a reference for an object",
        in_stream(lambda members, _: [(members[0][0], b"3 0 R\n9"), *members[1:]]),
    )
    for name, told in (
        ("extends another", {"Extends": b"9 0 R"}), ("too many said", {"N": b"9"}),
        ("too few said", {"N": b"1"}), ("fractional number", {"N": b"2.0"}),
        ("signed number", {"N": b"+2"}),
        ("first too early", {"First": b"3"}), ("first at nothing", {"First": b"0"}),
        ("first too late", {"First": b"99999"}), ("text before", {"Before": b"%x\n"}),
        ("spaces before", {"Before": b"  "}), ("tail", {"Behind": b"<< /Type /Page >>"}),
        ("comment behind", {"Behind": b"%x"}), ("zeros behind", {"Behind": b"\0\0"}),
        ("type escaped", {"Type": b"/ObjSt#6d"}), ("type of another", {"Type": b"/XRef"}),
        ("no type", {"Type": b""}), ("offsets descend", {"Pairs": b"1 5 9 0"}),
        ("offsets with zeros", {"Pairs": b"01 00 9 5"}), ("two filters", {"Filter": b"[/Fl /Fl]"}),
        ("wrong places", {"Places": b"wrong"}),
        ("stream that is not there", {"Places": b"elsewhere"}),
        ("also outside", {"Direct": b"1"}),
    ):  # fmt: skip
        yield name, in_stream(**told)


def _store(text: bytes) -> Change:
    """Another store; `@` is the certificate's object."""

    def change(saving: Saving) -> None:
        store, one = sorted(saving.objects)[-2:]
        saving.objects[store] = text.replace(b"@", b"%d 0 R" % one)

    return change


def _certificate(made: Callable[[bytes], bytes]) -> Change:
    def change(saving: Saving) -> None:
        saving.objects[max(saving.objects)] = made(identity("it").certificate.der)

    return change


def with_page(saving: Saving) -> None:
    """Another first page within the stream of a certificate, found by who repairs a file."""
    tree, page = forged_page(saving), saving.doc.first_page
    forged = {page: saving.unnamed[tree + 1], tree + 2: saving.unnamed[tree + 2]}
    saving.unnamed = {}
    hidden = b"".join(b"\n%d 0 obj\n%b\nendobj\n" % pair for pair in forged.items())
    saving.objects[max(saving.objects)] = stream(identity("it").certificate.der + hidden)
    saving.trailer["/Size"] = b"2147483647"


def stores() -> Iterator[tuple[str, Change]]:
    """Data to check signatures with that is something else."""
    yield "a page hidden in a certificate", with_page
    for text in (
        b"<< /Type /DSS /Certs @ >>", b"<< /Type /DSS /Certs [9 0 R] >>",
        b"<< /Type /DSS /OCSPs [@] >>",
        b"<< /Type /DSS /CRLs [@] >>", b"<< /Type /DSX /Certs [@] >>",
        b"<< /Type /DSS /Certs [@ 1] >>",
        b"<< /Type /DSS /Certs [@] /Extra (x) >>", b"<< /Type /DSS /Certs [@] /AA << >> >>",
        b"<< /Type /DSS /Certs [@] /VRI << /X << /Cert [@] >> >> >>",
        b"<< /Type /DSS /Certs [@] /VRI << /" + b"A" * 40 + b" << /Cert [@] /TU (soon) >> >> >>",
        b"<< /Type /DSS /Certs [@] /VRI << /" + b"A" * 40 + b" << /Cert [@] /TS @ >> >> >>",
        b"<< /Type /DSS /Certs [@] /VRI << /" + b"A" * 40 + b" << /OCSP [@] >> >> >>",
        b"<< /Type /DSS /Certs [@] /VRI << /" + b"G" * 40 + b" << /Cert [@] >> >> >>",
        b"<< /Type /DSS /Certs [@] /VRI [@] >>",
        b"<< /Type /DSS /Certs [<< /Type /Page >>] >>", b"[@]",
        b"<< /Type /DSS /Certs [@] /VRI << /" + b"A" * 40 + b" << /Type /Page /Cert [@] >> >> >>",
    ):  # fmt: skip
        yield f"store {text[:60]!r}", _store(text)
    for name, made in (
        ("text", lambda der: stream(b"hello")), ("nothing", lambda der: stream(b"")),
        ("cut", lambda der: stream(der[:-1])), ("longer", lambda der: stream(der + b"\0")),
        ("two", lambda der: stream(der + der)),
        ("in text form", lambda der: stream(b"-----BEGIN" + der)),
        ("typed", lambda der: stream(der, Type=b"/XObject", Subtype=b"/Form")),
        ("from elsewhere", lambda der: stream(der, F=b"(x.cer)")),
        ("hexadecimal", lambda der: stream(der.hex().encode() + b">", Filter=b"/ASCIIHexDecode")),
        ("packed badly", lambda der: stream(zlib.compress(der)[:-2], Filter=b"/FlateDecode")),
        ("packed with a tail", lambda der: stream(zlib.compress(der) + b"9 0",
        Filter=b"/FlateDecode")),
        ("packed twice", lambda der: stream(zlib.compress(zlib.compress(der)),
        Filter=b"[/FlateDecode /FlateDecode]")),
        ("predicted", lambda der: stream(zlib.compress(der), Filter=b"/FlateDecode",
        DecodeParms=b"<< /Predictor 12 >>")),
        ("huge", lambda der: stream(zlib.compress(bytes(80 << 20), 9), Filter=b"/FlateDecode")),
        ("length elsewhere", lambda der: stream(der).replace(b"/Length %d" % len(der),
        b"/Length 3 0 R")),
        ("length too short", lambda der: stream(der).replace(b"/Length %d" % len(der),
        b"/Length 9")),
        ("length too long", lambda der: stream(der).replace(b"/Length %d" % len(der),
        b"/Length 9999")),
        ("length twice", lambda der: stream(der).replace(b"/Length", b"/Length 9 /Length")),
        ("length with a zero", lambda der: stream(der).replace(b"/Length ", b"/Length 0")),
        ("length as a fraction", lambda der: stream(der).replace(b" >>\n", b".0 >>\n")),
        ("lone carriage return", lambda der: stream(der).replace(b"stream\n", b"stream\r", 1)),
        ("space before its bytes", lambda der: stream(der).replace(b"stream\n", b"stream \n", 1)),
        ("end missing", lambda der: stream(der).replace(b"endstream", b"")),
        ("comment before it", lambda der: stream(der).replace(b"\nstream", b"\n%x\nstream", 1)),
        ("object within", lambda der: stream(der + b"\n9 0 obj\n")),
        ("trailer within", lambda der: stream(der + b"trailer")),
        ("table within", lambda der: stream(der + b"xref")),
        ("header within", lambda der: stream(der + b"%PDF-1.7")),
        ("end within", lambda der: stream(der + b"\nendstream\nendobj\n")),
    ):  # fmt: skip
        yield f"certificate: {name}", _certificate(made)
