"""PDFs for tests: words at their places, in a face whose letters are all equally wide, and straight lines."""

from textwrap import wrap

WIDTH, HEIGHT = 595, 842
_WIDE = 0.6  # of a letter's size
_LIGATURE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> "
    "endcodespacerange 1 beginbfchar <7c> <00660066> endbfchar 1 beginbfrange <00> <7b> <0000> endbfrange "
    "endcmap end end"
)
"""What makes two letters, "ff", of one sign of the upright face, "|"."""

_FACES = {"": "F1", "bold": "F2", "italic": "F3"}


class PdfPaper:
    """A PDF in the making: everything is put somewhere, measured in points from the upper left corner."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = [[]]

    def put(self, text: str, left: float, down: float, *, size: float = 10, face: str = "") -> None:
        """One line of words."""
        signs = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        words = signs.decode("latin-1")
        self.pages[-1].append(f"BT /{_FACES[face]} {size} Tf 1 0 0 1 {left} {HEIGHT - down} Tm ({words}) Tj ET")

    def paragraph(
        self, text: str, left: float, down: float, width: float, *, step: float = 12, size: float = 10, face: str = "",
        hang: float = 0,
    ) -> float:  # fmt: skip
        """Words in lines as wide as there is room; how far down the next line would stand."""
        letters = int((width - hang) / (_WIDE * size))
        for place, line in enumerate(wrap(text, letters, break_on_hyphens=False, break_long_words=False)):
            self.put(line, left + (hang if place else 0), down, size=size, face=face)
            down += step
        return down

    def rule(self, left: float, top: float, right: float, bottom: float) -> None:
        """A straight line."""
        self.pages[-1].append(f"0.5 w {left} {HEIGHT - top} m {right} {HEIGHT - bottom} l S")

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        """Four lines around something."""
        self.rule(left, top, right, top)
        self.rule(left, bottom, right, bottom)
        self.rule(left, top, left, bottom)
        self.rule(right, top, right, bottom)

    def dot(self, left: float, down: float, wide: float = 3) -> None:
        """A small square filled with ink."""
        self.pages[-1].append(f"{left} {HEIGHT - down} {wide} {wide} re f")

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append([])

    def bytes(
        self, more: str = "", *, left: int = 0, below: int = 0, boxes: str = "", above: str = "", notes: str = ""
    ) -> bytes:
        """The file; ``more`` stands in its catalogue.

        Everything is moved by ``left`` and ``below``. ``boxes`` are those that each page says itself, ``above`` those
        that all pages have from what is above them; a page of ordinary size says so itself where neither is given.
        ``notes`` are the annotations of each page.
        """
        boxes = boxes or ("" if above else f"/MediaBox [{left} {below} {left + WIDTH} {below + HEIGHT}]")
        count = len(self.pages)
        faces = "".join(
            f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >> "
            for name, face in (("F1", "Courier"), ("F2", "Courier-Bold"), ("F3", "Courier-Oblique"))
        )
        faces = faces.replace("/Encoding", f"/ToUnicode {3 + 2 * count} 0 R /Encoding", 1)
        kids = " ".join(f"{3 + 2 * one} 0 R" for one in range(count))
        parts = [
            f"<< /Type /Catalog /Pages 2 0 R {more}>>",
            f"<< /Type /Pages {above} /Count {count} /Kids [{kids}] >>",
        ]
        for number, drawn in enumerate(self.pages):
            stream = "\n".join([f"1 0 0 1 {left} {below} cm", *drawn])
            parts.append(
                f"<< /Type /Page /Parent 2 0 R {boxes} /Annots [{notes}] /Contents {4 + 2 * number} 0 R "
                f"/Resources << /Font << {faces}>> >> >>"
            )
            parts.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        parts.append(f"<< /Length {len(_LIGATURE)} >>\nstream\n{_LIGATURE}\nendstream")
        return pdf_of(parts)


def pdf_of(parts: list[str]) -> bytes:
    """A PDF of numbered objects, the first of which is its catalogue."""
    done = "%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(done))
        done += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    done += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    done += f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{done.index('xref')}\n%%EOF\n"
    return done.encode("latin-1")
