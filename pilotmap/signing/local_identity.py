"""A key that PilotMap makes and keeps on this computer, for who has no certificate of their own.

The key file is locked with a pass phrase. Where the system has a key ring, PilotMap makes the pass
phrase up and leaves it there; where it has none, the user chooses it and is asked each time.
"""

import contextlib
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from pilotmap.language import tr
from pilotmap.model.errors import CannotSign
from pilotmap.signing.certificate import in_one_line
from pilotmap.signing.identity import Identity, from_p12
from pilotmap.signing.key_ring import KeyRing
from pilotmap.signing.words import named
from pilotmap.storage.atomic import write_atomically

BITS: Final = 3072
FEWEST_SIGNS: Final = 8
_YEARS: Final = 5
_LONGEST_NAME: Final = 64  # of a common name
_FILE: Final = "identity.p12"
_KEY: Final = "identity on this computer"

AskPassphrase = Callable[[bool], str | None]
"""Asks for the pass phrase, a new one where true; None where the user gave up."""


class LocalIdentity:
    """The one identity in a folder of this computer."""

    def __init__(self, folder: Path, ring: KeyRing, ask: AskPassphrase) -> None:
        self._folder = folder
        self._ring = ring
        self._ask = ask

    @property
    def path(self) -> Path:
        """The key file."""
        return self._folder / _FILE

    @property
    def exists(self) -> bool:
        """Whether one was made."""
        return self.path.exists()

    def open(self, name: str | None = None) -> Identity:
        """The identity made before, and of this name where one is given. Raises CannotSign."""
        opened = self._opened()
        holder = opened.certificate.subject
        if name is not None and in_one_line(name.strip()[:_LONGEST_NAME]) != holder:
            raise CannotSign(
                tr(
                    "The key on this computer is that of {holder}: sign as {holder} without a "
                    "name, or move {file} away to make another key.",
                    holder=named(holder),
                    file=self.path,
                )
            )
        return opened

    def _opened(self) -> Identity:
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise CannotSign(
                tr(
                    "The key of this computer cannot be read ({reason}): make a new one.",
                    reason=error.strerror or error,
                )
            ) from error
        self._for_nobody_else()
        kept = self._ring.read(_KEY)
        if kept is not None:
            # the key may have been made, or brought here, with another pass phrase
            with contextlib.suppress(CannotSign):
                return from_p12(data, kept, self.path.name, local=True)
        return from_p12(data, self._asked(new=False), self.path.name, local=True)

    def make(self, name: str) -> Identity:
        """Make a key for a person, and keep it. Raises CannotSign, also where there is one."""
        if self.exists:
            raise CannotSign(
                tr("This computer has a key already, in {file}: sign with it.", file=self.path)
            )
        if not name.strip():
            raise CannotSign(tr("A key needs the name of its holder."))
        secret = secrets.token_urlsafe(24)
        if not self._ring.write(_KEY, secret):
            secret = self._asked(new=True)
            if len(secret) < FEWEST_SIGNS:
                raise CannotSign(
                    tr("A pass phrase needs at least {signs} characters.", signs=FEWEST_SIGNS)
                )
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._for_nobody_else()
        data = new_p12(name.strip(), secret)
        write_atomically(self.path, data)
        self._for_nobody_else()
        return from_p12(data, secret, self.path.name, local=True)

    def _for_nobody_else(self) -> None:
        """Let only this user into the folder and at the key; some disks know no such rights."""
        for path, mode in ((self._folder, 0o700), (self.path, 0o600)):
            with contextlib.suppress(OSError):
                path.chmod(mode)

    def _asked(self, *, new: bool) -> str:
        secret = self._ask(new)
        if secret is None:
            raise CannotSign(tr("Nothing was signed: no pass phrase was given."))
        return secret


def new_p12(name: str, passphrase: str) -> bytes:
    """A new RSA key with a certificate that nobody but its holder vouches for."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    person = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:_LONGEST_NAME])])
    now = datetime.now(UTC).replace(microsecond=0)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(person)
        .issuer_name(person)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))  # clocks differ
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    lock = BestAvailableEncryption(passphrase.encode("utf-8"))
    return pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, None, lock)
