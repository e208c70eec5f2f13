"""Files that honest people make with honest tools; none may be refused.

Besides PilotMap's own signatures: pyHanko as it comes (which notes itself in Info and XMP, and
raises the version for EC keys), the older kind of signature that Acrobat makes by default,
validation data and time stamps added later, and poppler's `pdfsig`.
"""

import itertools
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.generic import StreamObject, pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

from pilotmap.language import speaking
from pilotmap.model.signoff import FIELD_NAMES, Seat
from pilotmap.report.document.material import gathered
from pilotmap.report.edition import made_with
from pilotmap.report.pdf.file import pdf
from pilotmap.report.problem_definition import problem_definition, with_its_map
from pilotmap.signing.identity import Identity, from_p12
from tests.signing.certificates import PASSPHRASE, certificate, p12, rsa_key
from tests.signing.files import ORDER, document, identity, sign, signed, support

Make = Callable[[], bytes]


def pyhanko(
    data: bytes, seat: Seat, who: Identity | None = None, *, pades: bool = True, **more: Any
) -> bytes:
    """The data signed by pyHanko as it comes."""
    who = who or identity(seat)
    kind = SigSeedSubFilter.PADES if pades else SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    about = PdfSignatureMetadata(
        field_name=FIELD_NAMES[seat], subfilter=kind, **{"md_algorithm": "sha256", **more}
    )
    out = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(data))
    PdfSigner(about, signer=who.signer).sign_pdf(writer, existing_fields_only=True, output=out)
    return out.getvalue()


def three(how: Callable[[bytes, Seat], bytes], order: tuple[Seat, ...] = ORDER) -> bytes:
    data = document()
    for seat in order:
        data = how(data, seat)
    return data


def with_validation_data(data: bytes) -> bytes:
    """The data with the certificates of its signatures in a DSS, saved alone."""
    buffer = BytesIO(data)
    signatures = PdfFileReader(buffer).embedded_signatures
    for each in signatures:
        DocumentSecurityStore.add_dss(
            buffer, each.pkcs7_content, certs=[each.signer_cert], ocsps=(), crls=()
        )
    return buffer.getvalue()


@lru_cache(maxsize=1)
def clock() -> DummyTimeStamper:
    """Somebody who gives time stamps."""
    key = rsa_key(2048, 9)
    made = certificate("Time stamps", key, gives_time=True)
    raw = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return DummyTimeStamper(
        asn1_x509.Certificate.load(made.public_bytes(Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(raw),
        fixed_dt=datetime.now(UTC),
    )


def with_time_stamp(data: bytes) -> bytes:
    """The data with a time stamp of the whole document."""
    out = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(data))
    PdfTimeStamper(clock()).timestamp_pdf(
        writer, "sha256", validation_context=None, validation_paths=None, output=out
    )
    return out.getvalue()


def stamped_in_signature(data: bytes, seat: Seat) -> bytes:
    """A signature that carries a time stamp in itself."""
    about = PdfSignatureMetadata(field_name=FIELD_NAMES[seat], subfilter=SigSeedSubFilter.PADES)
    out = BytesIO()
    signer = PdfSigner(about, signer=identity(seat).signer, timestamper=clock())
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(data)), output=out)
    return out.getvalue()


def has_poppler() -> bool:
    return all(shutil.which(tool) for tool in ("pdfsig", "certutil", "pk12util"))


@lru_cache(maxsize=1)
def _key_store() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory()
    store = f"sql:{folder.name}"
    (Path(folder.name) / "id.p12").write_bytes(p12("Poppler Signer"))
    for command in (
        ("certutil", "-N", "-d", store, "--empty-password"),
        ("pk12util", "-i", f"{folder.name}/id.p12", "-d", store, "-W", PASSPHRASE, "-K", ""),
    ):
        subprocess.run(command, check=True, capture_output=True)
    return folder


def poppler(data: bytes, seat: Seat, *more: str) -> bytes:
    """The data signed by poppler, as Okular does it."""
    folder = Path(_key_store().name)
    source, target = folder / "in.pdf", folder / "out.pdf"
    source.write_bytes(data)
    subprocess.run(
        ["pdfsig", "-nssdir", f"sql:{folder}", "-nick", "Poppler Signer", "-sign",
         FIELD_NAMES[seat], *more, str(source), str(target)],
        check=True, capture_output=True,
    )  # fmt: skip
    return target.read_bytes()


def _issued(*, chain: bool = False) -> Identity:
    issuer = rsa_key(2048, 5)
    above = (certificate("Company CA", issuer),) if chain else ()
    data = p12("Employee", rsa_key(2048, 6), issuer=("Company CA", issuer), above=above)
    return from_p12(data, PASSPHRASE, "test")


def _pss(data: bytes, seat: Seat) -> bytes:
    loaded = SimpleSigner.load_pkcs12_data(
        p12(f"Holder of {seat}", rsa_key(2048, 7)), [], PASSPHRASE.encode()
    )
    signer = SimpleSigner(
        loaded.signing_cert, loaded.signing_key, loaded.cert_registry, prefer_pss=True
    )
    return pyhanko(data, seat, Identity(signer, identity(seat).certificate))


def _long_term(data: bytes, seat: Seat, **more: Any) -> bytes:
    """A signature that brings the data to check it with later, and a time stamp."""
    who = identity(seat)
    context = ValidationContext(trust_roots=[who.signer.signing_cert, clock().tsa_cert])
    about = PdfSignatureMetadata(
        field_name=FIELD_NAMES[seat], subfilter=SigSeedSubFilter.PADES, signer_key_usage=set(),
        embed_validation_info=True, validation_context=context, **more,
    )  # fmt: skip
    out = BytesIO()
    signer = PdfSigner(about, signer=who.signer, timestamper=clock())
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(data)), output=out)
    return out.getvalue()


def _saved_as_acrobat_does(data: bytes, seat: Seat) -> bytes:
    """The time of saving noted in Info and XMP, in the saving that signs."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    metadata = writer.root["/Metadata"]
    xmp = metadata.data
    note = (
        b'<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        b'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"><xmp:ModifyDate>2027-03-12T14:02:00+01:00'
        b"</xmp:ModifyDate><xmp:MetadataDate>2027-03-12T14:02:00+01:00</xmp:MetadataDate>"
        b"<xmpMM:InstanceID>uuid:1</xmpMM:InstanceID></rdf:Description></rdf:RDF>"
    )
    new = StreamObject(
        {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")},
        stream_data=xmp.replace(b"</rdf:RDF>", note) if b"uuid:1" not in xmp else xmp,
    )
    writer.objects[(0, writer.root.raw_get("/Metadata").idnum)] = new
    info = writer.trailer["/Info"]
    info["/ModDate"] = pdf_string("D:20270312140200+01'00'")
    writer.update_container(info)
    out = BytesIO()
    about = PdfSignatureMetadata(field_name=FIELD_NAMES[seat])
    writer._update_meta = lambda: None  # type: ignore[method-assign]
    PdfSigner(about, signer=identity(seat).signer).sign_pdf(writer, output=out)
    return out.getvalue()


def _in_object_streams(data: bytes, seat: Seat) -> bytes:
    """A saving whose table is a stream, as newer programs write it."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    writer.stream_xrefs = True
    out = BytesIO()
    about = PdfSignatureMetadata(field_name=FIELD_NAMES[seat])
    PdfSigner(about, signer=identity(seat).signer).sign_pdf(writer, output=out)
    return out.getvalue()


def _mixed() -> bytes:
    return pyhanko(sign(pyhanko(document(), "it", pades=False), "business"), "operations")


def _letter() -> bytes:
    data = document("letter")
    for seat in ORDER:
        data = sign(data, seat)
    return data


def _elsewhere() -> bytes:
    """Made on another computer, whose libraries differ in number but not in what they write."""
    edition = json.dumps({**made_with(), "zlib": "9.9", "page": "a4", "language": "en"})
    data = pdf(with_its_map(gathered(support()), "a4", edition))
    for seat in ORDER:
        data = sign(data, seat)
    return data


def _german() -> bytes:
    with speaking("de"):
        data = problem_definition(support())
    for seat in ORDER:
        data = sign(data, seat)
    return data


def controls() -> Iterator[tuple[str, Make]]:
    """Files signed by three; each must be accepted."""
    for order in itertools.permutations(ORDER):
        yield f"PilotMap, order {', '.join(order)}", lambda order=order: signed(*order)
    yield "PilotMap, EC keys", lambda: three(lambda d, s: sign(d, s, identity(s, "ec")))
    yield (
        "PilotMap, RSA and EC",
        lambda: three(lambda d, s: sign(d, s, identity(s, "ec" if s == "it" else "rsa"))),
    )
    yield "PilotMap, Letter", _letter
    yield "PilotMap, German", _german
    yield "made on another computer", _elsewhere
    yield (
        "issued by a company",
        lambda: three(lambda d, s: sign(d, s, _issued() if s == "it" else None)),
    )
    yield (
        "issued by a company, with its certificate",
        lambda: three(lambda d, s: sign(d, s, _issued(chain=True) if s == "it" else None)),
    )
    yield "RSA-PSS", lambda: three(_pss)
    yield "saved as Acrobat does", lambda: three(_saved_as_acrobat_does)
    yield "tables as streams", lambda: three(_in_object_streams)
    yield "long term", lambda: three(_long_term)
    yield "archived", lambda: three(lambda d, s: _long_term(d, s, use_pades_lta=True))
    for place in SigDSSPlacementPreference:
        together = place is SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE
        settings = DSSContentSettings(placement=place, include_vri=not together)
        yield (
            f"validation data {place.name.lower().replace('_', ' ')}",
            lambda s=settings: three(lambda d, seat: _long_term(d, seat, dss_settings=s)),
        )
    yield "pyHanko, PAdES", lambda: three(pyhanko)
    yield "pyHanko, EC", lambda: three(lambda d, s: pyhanko(d, s, identity(s, "ec")))
    yield "adbe.pkcs7.detached", lambda: three(lambda d, s: pyhanko(d, s, pades=False))
    yield "SHA-512", lambda: three(lambda d, s: pyhanko(d, s, md_algorithm="sha512"))
    yield "mixed signers", _mixed
    yield "validation data at the end", lambda: with_validation_data(signed(*ORDER))
    yield (
        "validation data between",
        lambda: sign(sign(with_validation_data(signed("it")), "business"), "operations"),
    )
    yield (
        "validation data twice",
        lambda: with_validation_data(
            sign(with_validation_data(signed("it", "business")), "operations")
        ),
    )
    yield "time stamp at the end", lambda: with_time_stamp(signed(*ORDER))
    yield (
        "time stamp between",
        lambda: sign(with_time_stamp(signed("it", "business")), "operations"),
    )
    yield (
        "validation data and time stamp",
        lambda: with_time_stamp(with_validation_data(signed(*ORDER))),
    )
    yield "time stamps in signatures", lambda: three(stamped_in_signature)
    if has_poppler():
        yield (
            "poppler signs first",
            lambda: sign(sign(poppler(document(), "it"), "business"), "operations"),
        )
        yield "poppler signs last", lambda: poppler(signed("it", "business"), "operations")
        yield "poppler, PAdES", lambda: poppler(signed("it", "business"), "operations", "-etsi")
        yield "poppler alone", lambda: three(poppler)
        yield (
            "poppler, reason",
            lambda: poppler(signed("it", "operations"), "business", "-reason", "Ich stimme zu – é"),
        )
