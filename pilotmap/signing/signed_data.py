"""The cryptography of one signature: by whose key it was made, and whether it holds (RFC 5652)."""

import hashlib
from datetime import datetime
from typing import Any, Final, NamedTuple

from asn1crypto import cms, parser, tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

from pilotmap.language import tr
from pilotmap.signing.refusal import Refusal

_HASHES: Final[dict[str, type[hashes.HashAlgorithm]]] = {
    "sha256": hashes.SHA256,
    "sha384": hashes.SHA384,
    "sha512": hashes.SHA512,
    "sha3_256": hashes.SHA3_256,
    "sha3_384": hashes.SHA3_384,
    "sha3_512": hashes.SHA3_512,
}
_TIME_STAMP: Final = tsp.TSTInfo
"""Its module also makes known what names the certificate of a signature (RFC 5035)."""
_ONCE: Final = ("content_type", "message_digest")
_MALFORMED: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError)


class Holding(NamedTuple):
    """A signature that holds: its certificate in DER, its claimed time, and what is signed of it.

    `name_protected` tells whether the signature names its certificate; without that, another one
    made for the same key could have been put in its place.
    """

    certificate: bytes
    at: datetime | None
    name_protected: bool


class Signature:
    """One signature's content. Every method raises Refusal."""

    def __init__(self, content: bytes, kind: str) -> None:
        self._kind = kind
        try:
            length = sum(len(part) for part in parser.parse(content, strict=False)[3:])
            if content[length:].strip(b"\0"):
                raise unreadable()
            info = cms.ContentInfo.load(content[:length], strict=True)
            if info["content_type"].native != "signed_data":
                raise unreadable()
            self._signed = info["content"]
            signers = list(self._signed["signer_infos"])
            inside = self._signed["encap_content_info"]
            if len(signers) != 1 or inside["content_type"].native != kind:
                raise unreadable()
            self._signer = signers[0]
            self._attributes = _attributes(self._signer)
            self.digest_name = good_digest(self._signer["digest_algorithm"]["algorithm"].native)
        except _MALFORMED as error:
            raise unreadable() from error

    @property
    def inside(self) -> Any:
        """What the signature carries in itself; None where it is made over something else."""
        held = self._signed["encap_content_info"]["content"]
        return None if held.native is None else held

    def time_stamp(self) -> tuple[str, bytes, datetime, bytes]:
        """The digest's name, the digest, the time that is given it, and what the clock signed."""
        try:
            inside = bytes(self.inside)
            told = _TIME_STAMP.load(inside, strict=True)
            imprint = told["message_imprint"]
            name = good_digest(imprint["hash_algorithm"]["algorithm"].native)
            return name, imprint["hashed_message"].native, told["gen_time"].native, inside
        except _MALFORMED as error:
            raise unreadable() from error

    def holding(self, digest: bytes) -> Holding:
        """Judge the signature over something with this digest."""
        try:
            return self._judged(digest)
        except (*_MALFORMED, UnsupportedAlgorithm, NotImplementedError) as error:
            raise unreadable() from error

    def _judged(self, digest: bytes) -> Holding:
        if self._attributes["content_type"].native != self._kind:
            raise unreadable()
        if self._attributes["message_digest"].native != digest:
            raise Refusal(
                tr("A signature does not fit the file: bytes that it covers were changed.")
            )
        der = self._certificate()
        protected = self._names(der)
        self._check_protection()
        signed = b"\x31" + self._signer["signed_attrs"].dump()[1:]  # as SET OF, not as [0]
        try:
            self._check_key(x509.load_der_x509_certificate(der).public_key(), signed)
        except InvalidSignature as error:
            raise Refusal(
                tr("A signature was not made with the key of the certificate it names.")
            ) from error
        told = self._attributes.get("signing_time")
        return Holding(der, told.native if told is not None else None, protected)

    def _certificate(self) -> bytes:
        sid = self._signer["sid"]
        # some signers put the same certificate in twice
        matching = {
            each.chosen.dump()
            for each in self._signed["certificates"]
            if each.name == "certificate" and _is_named(sid, each.chosen)
        }
        if len(matching) != 1:
            raise Refusal(tr("A signature does not carry the certificate of its signer."))
        der: bytes = next(iter(matching))
        return der

    def _names(self, der: bytes) -> bool:
        """Whether the signature says of which certificate it is, which must then be this one."""
        for key in ("signing_certificate_v2", "signing_certificate"):
            told = self._attributes.get(key)
            if told is None:
                continue
            first = told["certs"][0]
            newer = key == "signing_certificate_v2"
            name = first["hash_algorithm"]["algorithm"].native if newer else "sha1"
            if hashlib.new(name, der).digest() != first["cert_hash"].native:
                raise Refusal(tr("A signature names another certificate than it carries."))
            if newer:
                good_digest(name)
                return True
        return False

    def _check_protection(self) -> None:
        """What a signature says of its own algorithms is what it is made with (RFC 6211)."""
        told = self._attributes.get("cms_algorithm_protection")
        if told is None:
            return
        named = told["digest_algorithm"].native, told["signature_algorithm"].native
        used = self._signer["digest_algorithm"].native, self._signer["signature_algorithm"].native
        if named[0]["algorithm"] != used[0]["algorithm"] or named[1] != used[1]:
            raise unreadable()

    def _check_key(self, key: Any, signed: bytes) -> None:
        algorithm = self._signer["signature_algorithm"]
        value: bytes = self._signer["signature"].native
        kind = algorithm.signature_algo
        if kind == "ed25519" and isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(value, signed)
        elif kind == "ecdsa" and isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(value, signed, ec.ECDSA(self._hash(algorithm)))
        elif kind == "rsassa_pkcs1v15" and isinstance(key, rsa.RSAPublicKey):
            key.verify(value, signed, padding.PKCS1v15(), self._hash(algorithm))
        elif kind == "rsassa_pss" and isinstance(key, rsa.RSAPublicKey):
            told = algorithm["parameters"]
            inner = good_digest(told["mask_gen_algorithm"]["parameters"]["algorithm"].native)
            salt = padding.PSS(padding.MGF1(_HASHES[inner]()), told["salt_length"].native)
            outer = good_digest(told["hash_algorithm"]["algorithm"].native)
            key.verify(value, signed, salt, _HASHES[outer]())
        else:
            raise unreadable()

    def _hash(self, algorithm: Any) -> hashes.HashAlgorithm:
        """The digest that the algorithm names, else the signer's."""
        named = algorithm["algorithm"].native
        plain = named in ("rsassa_pkcs1v15", "ecdsa")
        return _HASHES[self.digest_name if plain else good_digest(algorithm.hash_algo)]()


def good_digest(name: str) -> str:
    """The name of a digest, where it is one that cannot be forged; else Refusal."""
    if name not in _HASHES:
        raise Refusal(
            tr("A signature uses {digest}, which can be forged or is unknown.", digest=name.upper())
        )
    return name


def unreadable() -> Refusal:
    """What is said of a signature that is not made as signatures are."""
    return Refusal(tr("A signature cannot be read: it is damaged, or made in an unusual way."))


def _attributes(signer: Any) -> dict[str, Any]:
    """The signed attributes of one value each; the others are of no use here."""
    found: dict[str, Any] = {}
    for attribute in signer["signed_attrs"]:
        name = attribute["type"].native
        if name in found:
            raise unreadable()
        if len(attribute["values"]) == 1:
            found[name] = attribute["values"][0]
    if any(name not in found for name in _ONCE):
        raise unreadable()
    return found


def _is_named(sid: Any, certificate: Any) -> bool:
    if sid.name == "issuer_and_serial_number":
        named = sid.chosen
        return bool(
            named["issuer"].dump() == certificate.issuer.dump()
            and named["serial_number"].native == certificate.serial_number
        )
    return bool(sid.chosen.native == certificate.key_identifier)
