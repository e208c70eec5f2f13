"""Whether somebody who signed wrote that they do not agree."""

import re
import unicodedata
from typing import Final

_DISSENT: Final = re.compile(
    r"(?:do(?:es)? not|don.?t|doesn.?t|cannot|can.?t|will not|won.?t|not)\s+"
    r"(?:\w+ly\s+)?(?:agree|approve|accept|consent|endorse|support|sign off)"
    r"|disagree|disapprov|\bdeclin|\breject|\brefus|\bobject to|\bi object|\boppos|\bveto"
    r"|under protest|under duress|\bi withdraw|not (?:agreed|approved|accepted)|no consent"
    r"|no approval|unacceptable"
    r"|abgelehnt|\blehne|ablehn|nicht einverstanden|nicht zu\b|stimme(?:n)? nicht|widersprech"
    r"|widerspruch|verweiger|einspruch|keine zustimmung|keine freigabe|unter vorbehalt"
    r"|unter protest|zurückgewiesen|nicht (?:freigegeben|genehmigt|akzeptiert)"
    r"|je refuse|rejet|pas d.accord|désapprouve|rechaz|no estoy de acuerdo|non sono d.accordo"
    r"|rifiut"
)


def is_dissent(text: str) -> bool:
    """Whether a text reads like a refusal, in English, German or a few words of other languages."""
    plain = "".join(
        sign
        for sign in unicodedata.normalize("NFKC", text)
        if unicodedata.category(sign) not in ("Cf", "Mn")
    )
    return _DISSENT.search(" ".join(plain.casefold().split())) is not None
