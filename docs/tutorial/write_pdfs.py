"""Write the PDFs of the tutorial from `stories.txt`: `python docs/tutorial/write_pdfs.py`.

They are real PDFs with the damage that `pdftotext` brings out of real ones: lines of a column's width, words cut at
line ends, ligatures of the font, and a running foot with the number of the page.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
COLUMN = 50
LINES = 8
LEADING = 16
LIGATURES = {"fi": b"\\256", "fl": b"\\257"}
"""Where the ligatures stand in the standard encoding of the font."""

UNICODE = (
    b"/CIDInit /ProcSet findresource begin begincmap /CMapName /Ligatures def 1 begincodespacerange <00> <FF> "
    b"endcodespacerange 2 beginbfchar <AE> <FB01> <AF> <FB02> endbfchar endcmap end"
)
"""Tells that the ligatures are the characters U+FB01 and U+FB02, as programs that set books do."""


def write() -> None:
    """Write every story as a PDF."""
    for story in (FOLDER / "stories.txt").read_text(encoding="utf-8").removeprefix("# ").split("\n# "):
        name, title, byline, *paragraphs = story.strip().split("\n\n")
        lines = [title, "", byline, ""]
        for paragraph in paragraphs:
            lines += set_in_lines(paragraph)
        pages = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
        pages = [[*page, "", f"{'THE ELLERY COURIER':<40}{4 + at}"] for at, page in enumerate(pages)]
        (FOLDER / "pdfs" / f"{name}.pdf").write_bytes(pdf(pages))


def set_in_lines(paragraph: str) -> list[str]:
    """Set a paragraph in lines; a word that fits no more is cut at the last of its `~` that fits."""
    lines: list[str] = []
    line = "  "
    for word in paragraph.split():
        whole = word.replace("~", "")
        if len(line) + 1 + len(whole) <= COLUMN:
            line += f" {whole}"
            continue
        syllables = word.split("~")
        fitting = [at for at in range(1, len(syllables)) if len(line) + 2 + len("".join(syllables[:at])) <= COLUMN]
        cut = max(fitting, default=0)
        head = "".join(syllables[:cut])
        lines.append(f"{line} {head}-" if cut else line)
        line = whole.removeprefix(head)
    return [*lines, line]


def pdf(pages: list[list[str]]) -> bytes:
    """Return a PDF with one line of text below the other on each page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 4 0 R >>",
        b"<< /Length %d >>\nstream\n" % len(UNICODE) + UNICODE + b"\nendstream",
    ]
    kids = []
    for page in pages:
        rows = b" T* ".join(b"(" + escaped(line) + b") Tj" for line in page)
        content = b"BT /F1 11 Tf %d TL 72 740 Td " % LEADING + rows + b" ET"
        number = len(objects) + 1
        kids.append(b"%d 0 R" % number)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (number + 1)
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def escaped(line: str) -> bytes:
    """Return a line as the string of a PDF, with the font's ligatures where the letters meet."""
    data = line.encode("ascii").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    for letters, code in LIGATURES.items():
        data = data.replace(letters.encode("ascii"), code)
    return data


if __name__ == "__main__":
    write()
