"""Text files and Markdown that break programs: encodings, endless lines, nesting, and patterns that never finish."""

from collections.abc import Callable, Iterator

from tests.guide.documents.packages import ASKED, LAST, TITLE

MILLION = 1_000_000
WHOLE = (*ASKED, LAST)

TEXT = "\n".join((TITLE, "", "Om arbeidet:", *(f"- {each}" for each in ASKED), "", "Avslutning:", f"- {LAST}", ""))
MARKDOWN = "\n".join(
    (f"# {TITLE}", "", "## Om arbeidet", "", *(f"- {each}" for each in ASKED), "", "## Avslutning", "", f"- {LAST}", "")
)

Readable = tuple[str, str, Callable[[], bytes], tuple[str, ...], bool]


def readable() -> Iterator[Readable]:
    """Name, file, builder, the questions that must be there, and whether a refusal is as good."""
    for name, file, text in (("text", "guide.txt", TEXT), ("Markdown", "guide.md", MARKDOWN)):
        yield from _encodings(name, file, text)
    yield from _endings()
    for file in ("guide.md", "guide.txt"):
        yield from _monsters(file)
    yield "a Markdown table of ten thousand columns", "guide.md", _wide_table, (), True
    yield (
        "50 MB of text",
        "guide.txt",
        lambda: (TEXT + "Og så skjedde det ingenting.\n" * 40).encode() * 33_000,
        (),
        True,
    )
    yield "50 MB of questions", "guide.md", lambda: b"- Hva er dette, og hvorfor det?\n" * 1_600_000, (), True
    yield "HTML in Markdown", "guide.md", _html, WHOLE, False
    yield "a front matter that never ends", "guide.md", lambda: b"---\ntitle: x\n" + MARKDOWN.encode(), WHOLE, False


def unreadable() -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Name, file and builder of what has to be refused."""
    for suffix in ("txt", "md"):
        yield f"an empty .{suffix}", f"guide.{suffix}", lambda: b""
        yield f"a blank .{suffix}", f"guide.{suffix}", lambda: b" \n\n\t\n\xef\xbb\xbf\n"
        yield (
            f"only headings in .{suffix}",
            f"guide.{suffix}",
            lambda: b"# Intervjuguide\n\n## Bakgrunn\n\n## Avslutning\n",
        )
        yield f"random bytes called .{suffix}", f"guide.{suffix}", _random
        yield f"a PDF called .{suffix}", f"guide.{suffix}", lambda: b"%PDF-1.4\n" + _random()
    yield "a shopping list", "guide.txt", lambda: b"Melk\nBr\xc3\xb8d\nOst\nKaffe\n"
    yield "placeholders", "guide.md", _placeholders


def _encodings(name: str, file: str, text: str) -> Iterator[Readable]:
    for coding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252", "utf-32"):
        marked = b"\xff\xfe" if coding == "utf-16-le" else b"\xfe\xff" if coding == "utf-16-be" else b""
        data = marked + text.encode(coding)
        yield f"{name} in {coding}", file, _same(data), WHOLE, coding == "utf-32"
    unmarked = text.encode("utf-16-le")
    yield f"{name} in UTF-16 without a mark", file, _same(unmarked), WHOLE, True
    mixed = text.encode().replace(b"vanskeligste", b"vanskelig\xff\xfeste", 1)
    yield f"{name} with two bytes that are none", file, _same(mixed), (ASKED[0], ASKED[2], LAST), True
    nul = text.replace("vanlig", "van\0lig").encode()
    yield f"{name} with a NUL", file, _same(nul), (ASKED[1], ASKED[2], LAST), True


def _endings() -> Iterator[Readable]:
    for name, text in (
        ("lines ended as by Windows", TEXT.replace("\n", "\r\n")),
        ("lines ended as by an old Mac", TEXT.replace("\n", "\r")),
        ("form feeds between pages", TEXT.replace("\nAvslutning", "\n\fAvslutning")),
        ("line separators of Unicode", TEXT.replace("\n- ", "\N{LINE SEPARATOR}- ")),
    ):
        yield name, "guide.txt", _same(text.encode()), WHOLE, False


REPEATED = (
    ("a million letters", "a", MILLION),
    ("a million words", "ord ", MILLION // 4),
    ("a million question marks", "?", MILLION),
    ("a million brackets", "(", MILLION),
    ("a million closed brackets", "()", MILLION // 2),
    ("a million square brackets", "[", MILLION),
    ("links in links", "[a](", MILLION // 4),
    ("a million stars", "*a_ ", MILLION // 4),
    ("a million blanks and dots", ". ", MILLION // 2),
    ("numbers without end", "1.", MILLION // 2),
    ("letters without end", "a) ", MILLION // 3),
    ("digits without end", "1", MILLION),
    ("minutes without end", "(10 min) ", MILLION // 9),
    ("pipes", "|", MILLION),
    ("tabs", "\t", MILLION),
    ("quotes in quotes", ">", 100_000),
    ("lists in lists on one line", "- ", 100_000),
    ("numbered lists in lists on one line", "1. ", 100_000),
    ("a hundred thousand short lines", "x\n", 100_000),
    ("a hundred thousand headings", "# x\n", 100_000),
    ("a hundred thousand rules", "---\n", 100_000),
    ("a comment that never ends", "<!-- ", 100_000),
    ("tags", "<a ", 300_000),
    ("entities", "&amp;", 200_000),
    ("backslashes", "\\", MILLION),
    ("bold leads", "**a:** ", 100_000),
    ("if yes, if yes", "If yes: ", 100_000),
)
"""Name, piece, how often: what patterns and parsers that look again and again never get through."""


def _monsters(file: str) -> Iterator[Readable]:
    whole = TEXT if file.endswith(".txt") else MARKDOWN
    for name, piece, times in REPEATED:
        yield f"{name} in {file}", file, _after(whole, piece, times), (), True
    for name, make in (
        ("a million backticks", lambda: "".join("`" * (n % 50) + " " for n in range(40_000))),
        ("a million spaces and a mark", lambda: "Hva" + " " * MILLION + "?"),
        ("lists in lists", lambda: "\n".join(" " * 2 * depth + "- Hva?" for depth in range(1_000))),
        ("references", lambda: "\n".join(f"[a{n}]: b" for n in range(50_000))),
    ):
        yield f"{name} in {file}", file, _with(whole, make), (), True


def _after(whole: str, piece: str, times: int) -> Callable[[], bytes]:
    def build() -> bytes:
        return f"{whole}\n{piece * times} Hva?\n".encode()

    return build


def _with(whole: str, make: Callable[[], str]) -> Callable[[], bytes]:
    def build() -> bytes:
        return f"{whole}\n{make()}\n".encode()

    return build


def _wide_table() -> bytes:
    cells = "|".join("Hva?" for _ in range(10_000))
    return f"|{cells}|\n|{'|'.join('-' for _ in range(10_000))}|\n|{cells}|\n".encode()


def _html() -> bytes:
    return (MARKDOWN + "\n<details><summary>Mer</summary>\n\n<script>alert(1)</script>\n\n</details>\n").encode()


def _random() -> bytes:
    state, found = 12345, bytearray()
    for _ in range(20_000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        found.append(state >> 16 & 0xFF)
    return bytes(found)


def _placeholders() -> bytes:
    lines = ("# Intervjuguide", "", "## Del 1", "", "1. [Spørsmål 1]", "2. [Spørsmål 2]", "", "## Del 2", "")
    return "\n".join((*lines, "1. ...", "2. TODO", "3. <sett inn>", "")).encode()


def _same(data: bytes) -> Callable[[], bytes]:
    return lambda: data
