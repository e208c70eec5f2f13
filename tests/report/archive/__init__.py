"""An own check of PDF/A-3 and PDF/UA-1, as far as a machine can tell, on the finished file."""

from io import BytesIO

import pikepdf

from tests.report.archive.file_rules import file_faults
from tests.report.archive.structure_rules import structure_faults
from tests.report.archive.text_rules import font_faults


def faults(data: bytes) -> list[str]:
    """What is wrong with the file, one sentence each."""
    with pikepdf.open(BytesIO(data)) as file:
        return [*file_faults(data, file), *font_faults(file), *structure_faults(file)]
