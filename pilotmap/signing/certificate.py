"""What a certificate says of itself, in words, and whether it is good enough to sign with."""

import hashlib
import warnings
from datetime import datetime
from typing import Final, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509.oid import NameOID

from pilotmap.language import tr
from pilotmap.model.errors import UnreadableFile

FEWEST_RSA_BITS: Final = 2048
FEWEST_EC_BITS: Final = 256
_WEAK_DIGESTS: Final = {"md5", "sha1"}
_LONGEST_NAME: Final = 120
_SIGNING_USES: Final = frozenset(
    {
        "2.5.29.37.0",  # any
        "1.3.6.1.5.5.7.3.2",  # client authentication, as many personal certificates have it
        "1.3.6.1.5.5.7.3.4",  # e-mail
        "1.3.6.1.5.5.7.3.36",  # documents
        "1.3.6.1.4.1.311.10.3.12",  # documents, in the words of Microsoft
        "1.2.840.113583.1.1.5",  # documents, in the words of Adobe
    }
)


class Certificate(NamedTuple):
    """A certificate's facts; `weakness` says why it is too weak to sign with, empty if it is not.

    The fingerprint is SHA-256 over the whole certificate, in hex, `key` the same over its key.
    `for_signing` is false where its issuer made it out for other uses only.
    """

    subject: str
    issuer: str
    fingerprint: str
    not_before: datetime
    not_after: datetime
    weakness: str
    der: bytes
    key: str
    for_signing: bool

    @property
    def self_made(self) -> bool:
        """Whether nobody but its holder vouches for it."""
        return self.subject == self.issuer

    def pem(self) -> bytes:
        """The certificate as a text that others can register."""
        return x509.load_der_x509_certificate(self.der).public_bytes(Encoding.PEM)


def certificate_of(der: bytes) -> Certificate:
    """The facts of a certificate. Raises ValueError where it is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        read = x509.load_der_x509_certificate(der)
        return Certificate(
            _name(read.subject),
            _name(read.issuer),
            hashlib.sha256(der).hexdigest(),
            read.not_valid_before_utc,
            read.not_valid_after_utc,
            _weakness(read),
            der,
            _digest_of_key(read),
            _is_for_signing(read),
        )


def _digest_of_key(read: x509.Certificate) -> str:
    der = read.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


def _is_for_signing(read: x509.Certificate) -> bool:
    """Whether what the issuer allows lets documents be signed; a certificate may allow nothing."""
    extensions = read.extensions
    for found in extensions:
        value = found.value
        if isinstance(value, x509.KeyUsage) and not (
            value.digital_signature or value.content_commitment
        ):
            return False
        if isinstance(value, x509.ExtendedKeyUsage) and _SIGNING_USES.isdisjoint(
            each.dotted_string for each in value
        ):
            return False
        if isinstance(value, x509.BasicConstraints) and value.ca:
            return False
    return True


def certificate_in(data: bytes, name: str) -> Certificate:
    """The first certificate of a .pem, .crt or .cer file, in text or binary form."""
    try:
        if b"-----BEGIN" in data:
            der = x509.load_pem_x509_certificates(data)[0].public_bytes(Encoding.DER)
        else:
            der = data
        return certificate_of(der)
    except ValueError as error:
        raise UnreadableFile(
            tr("{file} holds no certificate: name a .pem, .crt or .cer file.", file=name)
        ) from error


def _name(name: x509.Name) -> str:
    """The common name with its organisation; the whole name where it has none."""
    parts = [
        str(found[0].value)
        for wanted in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
        if (found := name.get_attributes_for_oid(wanted))
    ]
    return in_one_line(", ".join(parts) or name.rfc4514_string() or "?")


def in_one_line(text: str) -> str:
    """A text from a file without what could move other text about, and not without end."""
    kept = "".join(sign if sign.isprintable() else " " for sign in text)
    line = " ".join(kept.split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


def _weakness(read: x509.Certificate) -> str:
    key = read.public_key()
    if isinstance(key, rsa.RSAPublicKey) and key.key_size < FEWEST_RSA_BITS:
        return tr(
            "its RSA key has {bits} bits, fewer than {fewest}",
            bits=key.key_size,
            fewest=FEWEST_RSA_BITS,
        )
    if isinstance(key, ec.EllipticCurvePublicKey) and key.curve.key_size < FEWEST_EC_BITS:
        return tr(
            "its elliptic curve has {bits} bits, fewer than {fewest}",
            bits=key.curve.key_size,
            fewest=FEWEST_EC_BITS,
        )
    known = rsa.RSAPublicKey | ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey
    if not isinstance(key, known):
        return tr("its key is of a kind that PilotMap does not know")
    digest = read.signature_hash_algorithm
    if digest is not None and digest.name in _WEAK_DIGESTS:
        return tr("it was made with {digest}, which can be forged", digest=digest.name.upper())
    return ""
