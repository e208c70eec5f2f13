"""Who signs: a key with its certificate, from a .p12 or .pfx file, and whether it may be used."""

import codecs
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.sign.signers import SimpleSigner

from pilotmap.language import tr
from pilotmap.model.errors import CannotSign
from pilotmap.signing.certificate import Certificate, certificate_of
from pilotmap.signing.words import named

LARGEST: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Identity:
    """A signer; `local` where the key was made by PilotMap on this computer."""

    signer: SimpleSigner
    certificate: Certificate
    local: bool = False

    @property
    def digest(self) -> str | None:
        """The digest to sign with; None where the kind of key has one of its own."""
        own = self.signer.signing_cert
        return "sha256" if own is None or own.public_key.algorithm in ("rsa", "ec") else None

    @property
    def worth(self) -> str:
        """What a signature with it says, and no more."""
        if self.local:
            return tr(
                "Shows that this file has not changed since. Who holds the key must be confirmed "
                "another way."
            )
        return tr(
            "Signed with the certificate of {subject}. It names {issuer} as its issuer, not "
            "checked. PilotMap did not ask the issuer whether it was withdrawn.",
            subject=named(self.certificate.subject),
            issuer=named(self.certificate.issuer),
        )


def from_p12(data: bytes, passphrase: str, name: str, *, local: bool = False) -> Identity:
    """The identity in the bytes of a .p12 or .pfx file; `name` is what errors call the file.

    Raises CannotSign. A wrong pass phrase and a damaged file cannot be told apart.
    """
    if len(data) > LARGEST:
        raise CannotSign(tr("{file} is too large to be an identity.", file=name))
    secret = passphrase.encode("utf-8") or None
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(data, secret)
        if key is None or certificate is None:
            raise CannotSign(
                tr(
                    "{file} holds no private key with its certificate: export it again together "
                    "with the key.",
                    file=name,
                )
            )
        signer = SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=secret)
    except (ValueError, TypeError) as error:
        raise CannotSign(
            tr(
                "{file} cannot be opened: the pass phrase is wrong, or the file is damaged.",
                file=name,
            )
        ) from error
    return Identity(signer, certificate_of(signer.signing_cert.dump()), local)


def first_line(data: bytes, name: str) -> str:
    """The pass phrase in a file, which editors begin with a mark of its encoding or not.

    Raises CannotSign.
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        lines = data.decode("utf-16" if wide else "utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CannotSign(
            tr("{file} is no text in UTF-8: save the pass phrase as plain text.", file=name)
        ) from error
    return lines[0] if lines else ""


def check(identity: Identity, at: datetime | None = None) -> None:
    """Raise CannotSign where the certificate may not be used at a time, now if none is given."""
    certificate = identity.certificate
    at = at or datetime.now(UTC)
    who = named(certificate.subject)
    if certificate.weakness:
        raise CannotSign(
            tr(
                "The certificate of {who} is too weak to sign with: {weakness}. Ask its issuer "
                "for a new one.",
                who=who,
                weakness=certificate.weakness,
            )
        )
    if at > certificate.not_after:
        raise CannotSign(
            tr(
                "The certificate of {who} expired on {day}: ask its issuer for a new one.",
                who=who,
                day=certificate.not_after.date().isoformat(),
            )
        )
    if at < certificate.not_before:
        raise CannotSign(
            tr(
                "The certificate of {who} is not valid before {day}: sign then, or check this "
                "computer's clock.",
                who=who,
                day=certificate.not_before.date().isoformat(),
            )
        )
