"""PDFs that break programs: loops, bombs, too much of everything, and places where no page is."""

import zlib
from collections.abc import Callable, Iterator

from tests.guide.documents.packages import ASKED, LAST, TITLE
from tests.guide.documents.pdf import PdfPaper, pdf_of
from tests.guide.sizes import SMALLER

_FACE = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >> >> >>"
_MEGABYTE = 1 << 20


def guide() -> PdfPaper:
    """An ordinary guide."""
    paper = PdfPaper()
    paper.put(TITLE, 72, 80, size=16, face="bold")
    down = 120.0
    for number, question in enumerate(ASKED, 1):
        down = paper.paragraph(f"{number}. {question}", 72, down, 400, hang=18) + 8
    paper.put("Avslutning", 72, down + 8, size=13, face="bold")
    paper.paragraph(f"{len(ASKED) + 1}. {LAST}", 72, down + 32, 400, hang=18)
    return paper


def plain() -> bytes:
    """An ordinary guide."""
    return guide().bytes()


def _page(contents: str, *more: str, kids: str = "[3 0 R]", count: int = 1) -> bytes:
    """One page of which the contents are given, and further objects from the fifth on."""
    return pdf_of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Count {count} /Kids {kids} >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {_FACE} >>",
            contents,
            *more,
        ]
    )


def _stream(words: str) -> str:
    return f"<< /Length {len(words)} >>\nstream\n{words}\nendstream"


def loop() -> bytes:
    """A tree of pages that hangs from itself."""
    return _page(_stream(""), kids="[2 0 R 3 0 R]", count=1_000_000)


def many_pages() -> bytes:
    """The same page a hundred thousand times."""
    count = 100_000 // SMALLER
    return _page(_stream("BT /F1 10 Tf 72 700 Td (Hvorfor?) Tj ET"), kids=f"[{'3 0 R ' * count}]", count=count)


def bomb() -> bytes:
    """Half a gigabyte of blanks in a few hundred kilobytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * _MEGABYTE) for _ in range(512 // SMALLER)) + packer.flush()
    words = packed.decode("latin-1")
    return _page(f"<< /Length {len(words)} /Filter /FlateDecode >>\nstream\n{words}\nendstream")


def bomb_in_bomb() -> bytes:
    """Half a gigabyte of blanks, packed twice; what is said of it stands on several lines."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * _MEGABYTE) for _ in range(512 // SMALLER)) + packer.flush()
    words = zlib.compress(packed, 9).decode("latin-1")
    said = f"<< /Length {len(words)}\n/Filter [/FlateDecode\n/FlateDecode]\n>>"
    return _page(f"{said}\nstream\n{words}\nendstream")


def many_letters() -> bytes:
    """More letters than any guide has."""
    line = "BT /F1 10 Tf 72 700 Td (Hvorfor er det slik?) Tj ET\n"
    return _page(_stream(line * (40_000 // SMALLER)))


def many_rules() -> bytes:
    """A drawing of tens of thousands of lines around a question."""
    drawn = "".join(f"{one % 595} {one % 842} m {one % 595} {one % 842 + 40} l S\n" for one in range(60_000 // SMALLER))
    paper = guide()
    paper.pages[0].append(drawn)
    return paper.bytes()


def grid() -> bytes:
    """A table of hundreds of rows and columns."""
    paper = guide()
    for at in range(300):
        paper.rule(10, 10 + 2.5 * at, 580, 10 + 2.5 * at)
        paper.rule(10 + 1.9 * at, 10, 10 + 1.9 * at, 800)
    return paper.bytes()


def far_away() -> bytes:
    """Letters at places and in sizes that no page has."""
    paper = guide()
    for left, down, size in ((1e30, 100, 10), (-1e9, -1e9, 10), (100, 600, 1e12), (100, 500, 0), (100, 700, -10)):
        paper.put("Hva er dette?", left, down, size=size)
    return paper.bytes()


def forms() -> bytes:
    """A form that draws itself."""
    form = "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>"
    return pdf_of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
            _stream("/X Do"),
            f"{form}\nstream\n/X Do\nendstream",
            "<< /XObject << /X 5 0 R >> >>",
        ]
    )


def locked() -> bytes:
    """Locked, with a password that nobody gives."""
    data = plain().decode("latin-1")
    entry = "<</Filter/Standard/V 1/R 2/O(" + "x" * 32 + ")/U(" + "y" * 32 + ")/P -4>>"
    return data.replace("/Root 1 0 R", f"/Root 1 0 R /ID[(a)(b)] /Encrypt {entry}").encode("latin-1")


def acts() -> bytes:
    """A guide that wants to open a page, start a program and run a script when it is opened."""
    return guide().bytes(
        "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://localhost/'\\)) >> "
        "/AA << /WC << /S /Launch /F (calc.exe) >> >> "
    )


def half() -> bytes:
    """A guide that came over half-way."""
    return plain()[: len(plain()) // 2]


READ: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("an ordinary PDF", plain),
    ("a PDF that wants to act", acts),
    ("a PDF with letters off the page", far_away),
    ("a PDF with sixty thousand lines drawn", many_rules),
)
REFUSED: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("a PDF that hangs from itself", loop),
    ("a PDF of a hundred thousand pages", many_pages),
    ("a PDF with a bomb", bomb),
    ("a PDF with a bomb in a bomb", bomb_in_bomb),
    ("a PDF with a form that draws itself", forms),
    ("a locked PDF", locked),
)
EITHER: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("a PDF with too many letters", many_letters),
    ("a PDF with a grid of ninety thousand cells", grid),
    ("half a PDF", half),
)


def cases() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Each with what is right: read, refused, or either."""
    for right, group in (("read", READ), ("refused", REFUSED), ("either", EITHER)):
        for name, build in group:
            yield right, name, build
