"""Certificates for tests: good ones, and every kind that must be refused."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    NoEncryption,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSPHRASE = "correct horse"
NOW = datetime.now(UTC).replace(microsecond=0)


@lru_cache(maxsize=64)
def rsa_key(bits: int = 2048, which: int = 0) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@lru_cache(maxsize=64)
def ec_key(which: int = 0) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def certificate(
    name: str,
    key: Any,
    *,
    days: tuple[int, int] = (-1, 365),
    issuer: tuple[str, Any] | None = None,
    gives_time: bool = False,
) -> x509.Certificate:
    """A certificate valid from and to some days from now, made by itself or by an issuer."""
    issuer_name, issuer_key = issuer or (name, key)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    purpose = (
        ExtendedKeyUsageOID.TIME_STAMPING if gives_time else ExtendedKeyUsageOID.EMAIL_PROTECTION
    )
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer_name)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=days[0]))
        .not_valid_after(NOW + timedelta(days=days[1]))
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([purpose]), critical=True)
        .sign(issuer_key, hashes.SHA256())
    )


def p12(
    name: str,
    key: Any = None,
    passphrase: str = PASSPHRASE,
    above: tuple[x509.Certificate, ...] = (),
    **more: Any,
) -> bytes:
    """An identity file for a name, with the certificates above its own."""
    key = key or rsa_key()
    made = certificate(name, key, **more)
    lock = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    return pkcs12.serialize_key_and_certificates(name.encode(), key, made, above or None, lock)


def p12_without_key(name: str) -> bytes:
    """A file that holds a certificate but no key."""
    lock = BestAvailableEncryption(PASSPHRASE.encode())
    made = certificate(name, rsa_key())
    return pkcs12.serialize_key_and_certificates(name.encode(), None, made, None, lock)
