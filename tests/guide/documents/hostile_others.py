"""OpenDocument texts, workbooks and HTML that break programs: bombs, depths, and numbers that are none."""

from collections.abc import Callable, Iterator
from functools import partial

from tests.guide.documents.odt import heading, items, odt, paragraph
from tests.guide.documents.packages import ASKED, LAST, TITLE, zipped
from tests.guide.sizes import SMALLER

_MEGABYTE = 1 << 20
_DIGITS = "9" * 5_000
_ODT = b"application/vnd.oasis.opendocument.text"


def _body(*more: str) -> bytes:
    return odt(paragraph(TITLE, "Title"), items(*ASKED), *more, heading("Avslutning"), items(LAST))


def odt_plain() -> bytes:
    return _body()


def odt_bomb() -> bytes:
    return zipped({"mimetype": _ODT, "content.xml": b"<a>" + b" " * (128 // SMALLER * _MEGABYTE) + b"</a>"})


def odt_laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    text = f'<!DOCTYPE a [<!ENTITY l0 "Hvorfor?">{levels}]><office:text xmlns:office="o">&l9;</office:text>'
    return zipped({"mimetype": _ODT, "content.xml": text.encode()})


def odt_elsewhere() -> bytes:
    text = '<!DOCTYPE a SYSTEM "http://localhost/x.dtd"><a xmlns:o="o"><o:text><o:p>Hvorfor?</o:p></o:text></a>'
    return zipped({"mimetype": _ODT, "content.xml": text.encode()})


def odt_deep() -> bytes:
    deep = 100_000 // SMALLER
    return _body("<text:section>" * deep + paragraph("Hva er innerst?") + "</text:section>" * deep)


def odt_lists() -> bytes:
    inner = paragraph("Hva er innerst?")
    for _ in range(60):
        inner = f"<text:list><text:list-item>{inner}</text:list-item></text:list>"
    return _body(inner)


def odt_wide() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="1000000000" table:number-columns-spanned="999999999"/>'
    return _body(f"<table:table><table:table-row>{cell}<table:table-cell/></table:table-row></table:table>")


def odt_odd() -> bytes:
    return _body(
        '<text:h text:outline-level="mange">Del</text:h>', paragraph('Hva<text:s text:c="99999999999"/>nå?'),
        '<text:list text:style-name="L1"><text:list-item text:start-value="-5">'
        f"{paragraph('Hvor?')}</text:list-item></text:list>",
    )  # fmt: skip


def odt_digits() -> bytes:
    """Numbers of five thousand digits, which no program of ours can count, and lengths that are none."""
    told = f'="{_DIGITS}"'
    style = '<style:style style:name="A"><style:paragraph-properties fo:margin-left="1.2.3cm"/></style:style>'
    return _body(
        f"{style}<text:h text:outline-level{told}>Del</text:h>",
        f"<text:p>Hva<text:s text:c{told}/>nå?</text:p>",
        '<text:p text:style-name="A">Hvorfor?</text:p>',
        f"<text:list><text:list-item text:start-value{told}>{paragraph('Hvor?')}</text:list-item></text:list>",
        f"<table:table><table:table-row><table:table-cell table:number-columns-repeated{told} "
        f"table:number-columns-spanned{told}>{paragraph('Når?')}</table:table-cell></table:table-row></table:table>",
    )


def _sheet(rows: str, strings: str = "", workbook: str = "") -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    book = (
        workbook
        or f'<workbook {space} xmlns:r="r"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    return zipped(
        {
            "xl/workbook.xml": book.encode(),
            "xl/_rels/workbook.xml.rels": b'<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>',
            "xl/sharedStrings.xml": f"<sst {space}>{strings}</sst>".encode(),
            "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>".encode(),
        }
    )


def _row(words: str) -> str:
    return f'<row><c t="inlineStr"><is><t>{words}</t></is></c></row>'


def sheet_plain() -> bytes:
    return _sheet("".join(map(_row, (*ASKED, LAST))))


def sheet_rows() -> bytes:
    return _sheet(_row("Hvorfor?") * (1_000_000 // SMALLER))


def sheet_odd() -> bytes:
    odd = '<row><c r="XFDZZZ99" t="s"><v>99999999999999999999</v></c><c t="s"><v>-1</v></c><c><v>1e999</v></c></row>'
    return _sheet("".join(map(_row, (*ASKED, LAST))) + odd)


def sheet_digits() -> bytes:
    return _sheet("".join(map(_row, (*ASKED, LAST))) + f'<row><c t="s"><v>{_DIGITS}</v></c></row>')


def sheet_again() -> bytes:
    """One long text that stands in each of three hundred thousand cells."""
    row = "<row>" + '<c t="s"><v>0</v></c>' * 60 + "</row>"
    return _sheet(row * (4_900 // SMALLER), f"<si><t>{'Hvorfor er det slik? ' * 900}</t></si>")


def sheet_breaks() -> bytes:
    """Cells that are nothing but line breaks."""
    lines = "Hva?\n" * 3_000
    return _sheet(_row(lines) * 10)


def sheet_bomb() -> bytes:
    return _sheet(_row("Hvorfor?"), "<si><t>" + "a" * (128 // SMALLER * _MEGABYTE) + "</t></si>")


def sheet_elsewhere() -> bytes:
    space = 'xmlns:r="r"'
    return _sheet("", workbook=f'<workbook {space}><sheets><sheet name="x" r:id="r9"/></sheets></workbook>')


def html_plain() -> bytes:
    asked = "".join(f"<li>{one}</li>" for one in ASKED)
    return f"<html><body><h1>{TITLE}</h1><ol>{asked}</ol><h2>Avslutning</h2><p>{LAST}</p></body></html>".encode()


def html_deep() -> bytes:
    return b"<html>" + b"<div>" * (1_000_000 // SMALLER) + b"Hvorfor?"


def html_long() -> bytes:
    return b"<html><p>" + b"Hvorfor? " * (400_000 // SMALLER)


def html_many() -> bytes:
    return b"<html>" + b"<p>Hvorfor er det?" * (200_000 // SMALLER)


def html_odd() -> bytes:
    odd = (
        "<table><tr><td colspan=99999999999>x</table><ol start=99999999999 type=I><li value=-3>Hva er det?</ol>"
        "<a href='#cmnt1'><b><i></p></td><script>while(1){}</script><img src='http://localhost/x.png'>&#99999999;&#0;"
    )
    return html_plain().replace(b"<h2>", odd.encode() + b"<h2>")


def html_digits() -> bytes:
    odd = f"<table><tr><td colspan={_DIGITS}>x</table><ol start={_DIGITS}><li value={_DIGITS}>Hva er det?</ol>"
    return html_plain().replace(b"<h2>", f"{odd}&#{_DIGITS};<h2>".encode())


def html_no_cells() -> bytes:
    """Words in a table that has no cells."""
    return html_plain().replace(b"<h2>", b"<table><caption>Om deg</caption>Hvem er du?</table><h2>")


def html_unended(sign: bytes) -> bytes:
    """What begins two hundred thousand times and never ends, so that each is looked for to the end of the file."""
    return html_plain() + sign * 200_000


def html_lists() -> bytes:
    """A hundred thousand lists with nothing in them."""
    return b"<html>" + b"<ol></ol>" * 100_000 + html_plain()


def html_styles() -> bytes:
    """A style sheet of nothing but names."""
    return html_plain().replace(b"<body>", b"<style>" + b"a," * 2_000_000 + b"</style><body>")


def html_picture() -> bytes:
    """A photo inside the text, as Google Docs and Word put it there."""
    photo = b'<img src="data:image/png;base64,' + b"iVBORw0KGgo" * (500_000 // SMALLER) + b'">'
    return html_plain().replace(b"<h2>", photo + b"<h2>")


_CASES: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
    ("read", "an ordinary ODT", "guide.odt", odt_plain),
    ("refused", "an ODT with a bomb", "guide.odt", odt_bomb),
    ("refused", "an ODT with a billion laughs", "guide.odt", odt_laughs),
    ("either", "an ODT that wants another file", "guide.odt", odt_elsewhere),
    ("refused", "an ODT a hundred thousand sections deep", "guide.odt", odt_deep),
    ("refused", "an ODT with lists sixty deep", "guide.odt", odt_lists),
    ("read", "an ODT with a billion cells", "guide.odt", odt_wide),
    ("read", "an ODT with numbers that are none", "guide.odt", odt_odd),
    ("read", "an ODT with numbers that nobody counts", "guide.odt", odt_digits),
    ("read", "an ordinary workbook", "guide.xlsx", sheet_plain),
    ("refused", "a workbook of a million rows", "guide.xlsx", sheet_rows),
    ("read", "a workbook with numbers that are none", "guide.xlsx", sheet_odd),
    ("read", "a workbook with a number that nobody counts", "guide.xlsx", sheet_digits),
    ("refused", "a workbook with one text in each cell", "guide.xlsx", sheet_again),
    ("refused", "a workbook of line breaks", "guide.xlsx", sheet_breaks),
    ("refused", "a workbook with a bomb", "guide.xlsx", sheet_bomb),
    ("refused", "a workbook whose sheet is elsewhere", "guide.xlsx", sheet_elsewhere),
    ("read", "an ordinary HTML", "guide.html", html_plain),
    ("refused", "an HTML a million tags deep", "guide.html", html_deep),
    ("refused", "an HTML of one long line", "guide.html", html_long),
    ("refused", "an HTML of too many lines", "guide.html", html_many),
    ("read", "an HTML with numbers that are none", "guide.html", html_odd),
    ("read", "an HTML with numbers that nobody counts", "guide.html", html_digits),
    ("read", "an HTML with a table without cells", "guide.html", html_no_cells),
    ("read", "an HTML of comments without an end", "guide.html", partial(html_unended, b"<!--")),
    ("read", "an HTML of styles without an end", "guide.html", partial(html_unended, b"<style>")),
    ("either", "an HTML of sections without an end", "guide.html", partial(html_unended, b"<![CDATA[")),
    ("read", "an HTML of names of styles", "guide.html", html_styles),
    ("refused", "an HTML of a hundred thousand lists", "guide.html", html_lists),
    ("read", "an HTML with a photo in it", "guide.html", html_picture),
)


def cases() -> Iterator[tuple[str, str, str, Callable[[], bytes]]]:
    """Each with what is right: read, refused, or either; its name, its file's name and how it is made."""
    yield from _CASES
