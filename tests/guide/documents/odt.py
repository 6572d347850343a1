"""OpenDocument texts for tests, as LibreOffice writes them: what is said in words, and the parts around it."""

from tests.guide.documents.packages import zipped

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("draw", "drawing"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"/>'
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="HID" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>'
)


def paragraph(words: str, style: str = "P1") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def heading(words: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def items(*words: str, style: str = "L1", more: str = "") -> str:
    """A list; what stands in a pair of signs < > is a list inside the item."""
    inner = "".join(
        f"<text:list-item>{one if one.startswith('<') else paragraph(one)}</text:list-item>" for one in words
    )
    return f'<text:list text:style-name="{style}"{more}>{inner}</text:list>'


def rows(*cells: tuple[str, ...]) -> str:
    """A table of paragraphs."""
    made = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{one}</table:table-cell>' for one in row)}</table:table-row>"
        for row in cells
    )
    return f"<table:table>{made}</table:table>"


def odt(*body: str, styles: bool = True) -> bytes:
    """The file."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )
    empty = f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {_SPACES}/>'
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}
    return zipped(parts | ({"styles.xml": empty.encode()} if styles else {}), stored=("mimetype",))
