"""Puts one signature into one empty field, as a new revision behind the bytes that were there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

from pyhanko.pdf_utils.generic import DictionaryObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import BaseStampStyle

from pilotmap.language import tr
from pilotmap.model.errors import CannotSign
from pilotmap.signing.identity import Identity

DrawStamp = Callable[[float, float], bytes]
"""A PDF of one page of this width and height, which becomes what is seen in the field."""


class Seal(NamedTuple):
    """What is said with a signature: in which field, by whom, why, and when."""

    field: str
    name: str
    reason: str
    at: datetime


def sealed(data: bytes, seal: Seal, identity: Identity, draw: DrawStamp) -> bytes:
    """The bytes with one more revision, which signs all before it. Raises CannotSign."""
    about = PdfSignatureMetadata(
        field_name=seal.field,
        md_algorithm=identity.digest,
        subfilter=SigSeedSubFilter.PADES,
        name=seal.name,
        reason=seal.reason,
    )
    signer = _Signer(seal.at, about, signer=identity.signer, stamp_style=_Drawn(draw=draw))
    written = BytesIO()
    try:
        writer = _Writer(BytesIO(data))
        signer.sign_pdf(writer, existing_fields_only=True, output=written)
    except (SigningError, PdfError) as error:
        said = str(error).rstrip(".")
        raise CannotSign(
            tr("The field {field} could not be signed: {reason}.", field=seal.field, reason=said)
        ) from error
    return written.getvalue()


class _Writer(IncrementalPdfFileWriter):
    """Leaves what the file says of itself as it is: a signature is no new edition of it."""

    def _update_meta(self) -> None:
        return


class _Signer(PdfSigner):
    """Signs at the time that the stamp shows."""

    def __init__(self, at: datetime, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._at = at

    def init_signing_session(self, *args: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **named)
        session.system_time = self._at
        return session


@dataclass(frozen=True)
class _Drawn(BaseStampStyle):
    """An appearance that is the first page of another PDF."""

    draw: DrawStamp | None = None

    def create_stamp(self, writer: Any, box: Any, text_params: dict[str, Any]) -> Any:
        if self.draw is None:
            return None
        page = PdfFileReader(BytesIO(self.draw(float(box.width), float(box.height))))
        return _Imported(writer.import_page_as_xobject(page))


class _Imported:
    def __init__(self, form: Any) -> None:
        self._form = form

    def apply_appearance(self, annot_dict: DictionaryObject) -> None:
        annot_dict["/AP"] = DictionaryObject({pdf_name("/N"): self._form})
