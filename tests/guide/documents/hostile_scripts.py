"""Word files in other alphabets, with odd styles and numbers, with links out of the file, and with nothing to read."""

import re
from collections.abc import Sequence

from tests.guide.documents import packages
from tests.guide.documents.packages import (
    ASKED,
    LAST,
    TITLE,
    added,
    bodied,
    changed,
    paragraph,
    parts_of,
    plain,
    zipped,
)
from tests.guide.documents.word import Sheet
from tests.guide.sizes import SMALLER

ARABIC = ("كيف تصف ليلة عادية في العمل؟", "ما أصعب شيء في العمل وحدك؟", "من تتصل به عند الحاجة؟")
GREEK = ("Πώς είναι μια συνηθισμένη νύχτα;", "Τι είναι το πιο δύσκολο;", "Ποιον μπορείτε να καλέσετε;")
CHINESE = ("请您描述一个普通的夜班？", "独自值班最困难的是什么？", "需要帮助时您找谁？")
VISIBLE = ("Hvordan går det med nattarbeid?", "Hva er samarbeid for deg?")
SECRET_TARGETS = ("file:///etc/hostname", "http://127.0.0.1:9/", r"\\127.0.0.1\delt\x")


def _asked(title: str, questions: Sequence[str], *, right_to_left: bool = False) -> bytes:
    sheet = Sheet()
    numbers = sheet.list(("decimal", "%1."))
    paragraphs = [sheet.heading(title), *(sheet.item(question, numbers) for question in questions)]
    if right_to_left:
        for each in paragraphs:
            each.paragraph_format.element.get_or_add_pPr().append(packages.element("<w:bidi/>"))
            for run in each.runs:
                run.font.rtl = True
    return sheet.bytes()


def arabic() -> bytes:
    """Written from right to left."""
    return _asked("دليل المقابلة: العمل الليلي", ARABIC, right_to_left=True)


def greek() -> bytes:
    """Greek, whose question mark looks like a semicolon."""
    return _asked("Οδηγός συνέντευξης: νυχτερινή εργασία", GREEK)


def chinese() -> bytes:
    """Chinese, with a wide question mark and no spaces between words."""
    return _asked("访谈提纲：夜班工作", CHINESE)


def undefined_list() -> bytes:
    """Paragraphs in a list that ``numbering.xml`` does not know."""
    return changed(plain(), main=lambda text: re.sub(r'<w:numId w:val="\d+"/>', '<w:numId w:val="99999"/>', text))


def odd_numbers() -> bytes:
    """Levels and lists that are no numbers, or far too large."""
    return changed(
        plain(),
        main=lambda text: re.sub(
            r'<w:ilvl w:val="0"/><w:numId w:val="\d+"/>',
            '<w:ilvl w:val="99999999999"/><w:numId w:val="minus én"/>',
            text,
        ),
    )


def circular_styles() -> bytes:
    """Two styles, each based on the other."""
    parts = parts_of(plain())
    styles = parts["word/styles.xml"].decode()
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{other}"/></w:style>'
        for name, other in (("Ring1", "Ring2"), ("Ring2", "Ring1"))
    )
    parts["word/styles.xml"] = styles.replace("</w:styles>", circle + "</w:styles>").encode()
    main = re.sub(r'<w:pStyle w:val="Listeavsnitt"/>', '<w:pStyle w:val="Ring1"/>', parts[packages.MAIN].decode())
    return zipped({**parts, packages.MAIN: main.encode()})


def outside() -> bytes:
    """A picture, an object and a link that lie elsewhere."""
    data = added(
        '<w:p><w:hyperlink r:id="rIdX"><w:r><w:t>Kilde</w:t></w:r></w:hyperlink>'
        '<w:r><w:pict><v:shape><v:imagedata r:id="rIdX"/></v:shape></w:pict></w:r></w:p>'
    )
    return changed(data, relations=packages.related("image", SECRET_TARGETS[1]))


def template_elsewhere() -> bytes:
    """A template on somebody's server, which Word would fetch."""
    return changed(plain(), relations=packages.related("attachedTemplate", SECRET_TARGETS[2]))


def only_pictures() -> bytes:
    """A scanned guide: a picture and no text."""
    return bodied("<w:p><w:r><w:drawing/></w:r></w:p>" * 3)


def only_headings() -> bytes:
    """Somebody meant to go on."""
    sheet = Sheet(norwegian=True)
    for heading in (TITLE, "Bakgrunn", "Arbeidet", "Avslutning"):
        sheet.heading(heading, 2)
    return sheet.bytes()


def nothing_typed() -> bytes:
    """An empty sheet."""
    return Sheet().bytes()


def long() -> bytes:
    """A book, not a guide: twenty thousand paragraphs and a question here and there."""
    lines = "".join(
        paragraph(f"Avsnitt {n} handler om arbeidet på avdelingen.")
        + (paragraph(f"Hva er {n}?") if n % 50 == 0 else "")
        for n in range(20_000 // SMALLER)
    )
    return bodied(lines)


def long_table() -> bytes:
    """A table that was meant for something else."""
    row = "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{paragraph(f'Hva er {n}?')}</w:tc>" for n in range(6)) + "</w:tr>"
    return bodied(f"<w:tbl><w:tblPr/><w:tblGrid/>{row * (5_000 // SMALLER)}</w:tbl><w:p/>")


def invisible() -> bytes:
    """Signs between the letters that nobody sees: soft hyphens, zero-width spaces, byte-order marks."""
    asked = (
        "Hvordan\N{NO-BREAK SPACE}går det med natt\N{SOFT HYPHEN}arbeid?",
        "\N{ZERO WIDTH NO-BREAK SPACE}Hva er sam\N{SOFT HYPHEN}arbeid for deg?\N{ZERO WIDTH SPACE}",
    )
    return bodied(paragraph(TITLE) + "".join(map(paragraph, (*asked, ASKED[0], LAST))))
