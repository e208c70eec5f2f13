"""What other programs show of a PDF: page count, texts and pictures, each in its own way.

Whichever of these are there are asked: poppler's tools, MuPDF's tool, pdfium, qpdf, and pdf.js
where the environment names its folder (PDFJS) and there is node.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2

Reading = tuple[str, ...]
"""What a program shows of a file; nothing where it refuses the file."""
Reader = Callable[[bytes], Reading]
_DOTS = "30"
_PDFJS = """
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {readFileSync} from 'fs';
const data = new Uint8Array(readFileSync(process.argv[2]));
const file = await getDocument({data, verbosity: 0}).promise;
for (let at = 1; at <= file.numPages; at++) {
  const page = await file.getPage(at);
  const said = await page.getTextContent();
  const notes = await page.getAnnotations();
  console.log(at, said.items.map(i => i.str).join(' '), notes.map(n => n.subtype + n.rect));
}
"""


def _ran(data: bytes, *command: str) -> Reading:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(data)
        wanted = [each.replace("@", str(path)).replace("%", folder) for each in command]
        run = subprocess.run(wanted, capture_output=True, check=False, cwd=folder)
        made = sorted(each for each in Path(folder).iterdir() if each != path)
        pictures = (hashlib.sha256(each.read_bytes()).hexdigest() for each in made)
        return (run.stdout.decode("utf-8", "replace"), *pictures) if not run.returncode else ()


def _pdfium(data: bytes) -> Reading:
    try:
        with pypdfium2.PdfDocument(data) as file:
            file.init_forms()
            return tuple(
                page.get_textpage().get_text_bounded()
                + hashlib.sha256(bytes(page.render(scale=0.4).buffer)).hexdigest()
                for page in file
            )
    except pypdfium2.PdfiumError:
        return ()


def _qpdf(data: bytes) -> Reading:
    try:
        with pikepdf.open(BytesIO(data)) as file:
            return tuple(
                hashlib.sha256(page.Contents.read_bytes()).hexdigest() for page in file.pages
            )
    except (pikepdf.PdfError, AttributeError):
        return ()


def _pdfjs(data: bytes) -> Reading:
    folder = Path(os.environ["PDFJS"])
    script = folder / "read-pages.mjs"
    script.write_text(_PDFJS, encoding="utf-8")
    return _ran(data, "node", str(script), "@")


def readers() -> Iterator[tuple[str, Reader]]:
    """The programs that are there."""
    yield "pdfium", _pdfium
    yield "qpdf", _qpdf
    if shutil.which("pdftotext"):
        yield "poppler, text", lambda data: _ran(data, "pdftotext", "-layout", "@", "-")
        yield (
            "poppler, pictures",
            lambda data: _ran(data, "pdftoppm", "-r", _DOTS, "-png", "@", "%/page"),
        )
    if shutil.which("mutool"):
        yield "MuPDF, text", lambda data: _ran(data, "mutool", "draw", "-q", "-F", "txt", "@")
        yield (
            "MuPDF, pictures",
            lambda data: _ran(data, "mutool", "draw", "-q", "-r", _DOTS, "-o", "%/p%d.png", "@"),
        )
    if "PDFJS" in os.environ and shutil.which("node"):
        yield "pdf.js", _pdfjs
