"""HTML as browsers and office programs save it: no word is lost, what stands beside the text is told."""

import pytest

from guide.importing import Imported, import_document
from guide.importing.reading.html_reader import read_html

ASKED = "<h1>Intervjuguide</h1><p>1. Hvordan begynte du?</p><p>2. Hva var vanskelig?</p><p>3. Hvem hjalp deg?</p>"


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def imported(data: bytes) -> Imported:
    made = import_document(data, "min fil.html")
    assert isinstance(made, Imported), made
    return made


def left_out(made: Imported) -> list[tuple[str | None, str]]:
    return [(line.reason, line.text) for line in made.lines if line.became == "left_out" and line.reason != "structure"]


def asked(made: Imported) -> list[str]:
    return [question.ask for question in made.guide.questions]


@pytest.mark.parametrize(
    "after",
    [
        "<html><body><p>4. Hva savnet du?</p></body></html>",
        "<p>4. Hva savnet du?</p>",
        "\n<html><body></body></html>\n<p>4. Hva savnet du?",
    ],
)
def test_what_comes_after_the_end_of_the_page_is_read(after: str) -> None:
    """libxml2 2.14 (with lxml 6.1) puts it beside the root as another ``html``; 2.13 put it into the first body."""
    assert asked(imported(page(ASKED) + after.encode()))[3:] == ["Hva savnet du?"]


@pytest.mark.parametrize(
    "words",
    [
        "Om våre data:intervjuer, " + "ord" * 70 + " SIST",
        "<a href='#cmnt1'>Hva mener du om SIST</a>",
        "<a href='#_ftnref2'>Hva mener du om SIST</a>",
        "<svg><text>SIST</text></svg>",
        "<math><mi>SIST</mi></math>",
        "<object>SIST</object>",
        "<noscript>SIST</noscript>",
        "<template><p>SIST</p></template>",
        "<p hidden>SIST</p>",
        "<![viktig: SIST]>",
        "<input value='SIST'>",
        "<style>p {color: red}</style><style>p {color: red}<p>SIST",
        "<script>x()</script><SCRIPT type=js>x()<p>SIST",
    ],
)
def test_words_are_in_the_guide_or_told_as_left_out(words: str) -> None:
    made = imported(page(f"{ASKED}<p>{words}</p>"))
    assert any("SIST" in line.text for line in made.lines)


def test_the_title_of_the_page_is_the_guides_where_no_line_is() -> None:
    bare = ASKED.replace("<h1>Intervjuguide</h1>", "")
    named = imported(page(bare, "<title>Nye l&aelig;rere</title>"))
    assert (named.guide.title, "title" in named.doubts) == ("Nye lærere", False)
    assert left_out(named) == []
    headed = imported(page("<h1>Å begynne som lærer</h1>" + bare, "<title>Dokument1</title>"))
    assert headed.guide.title == "Å begynne som lærer"
    assert left_out(headed) == [("code", "Dokument1")]
    same = imported(page("<h1>Å begynne som lærer</h1>" + bare, "<title>Å begynne som lærer</title>"))
    assert left_out(same) == []


def test_a_cell_that_reaches_over_rows_keeps_its_column() -> None:
    table = """<table><tr><th>Tema</th><th>Spørsmål</th></tr>
    <tr><td rowspan=3>Støtte</td><td>Hva savnet du?</td></tr><tr><td>Hva var godt?</td></tr><tr><td>Hvem spurte du?</td>
    </tr><tr><td>Hjelp</td><td>Noe mer?</td></tr></table>"""
    found = [(block.cell.row, block.cell.column, block.text) for block in read_html(page(table)) if block.cell]
    assert found[2:] == [
        (1, 0, "Støtte"), (1, 1, "Hva savnet du?"), (2, 1, "Hva var godt?"), (3, 1, "Hvem spurte du?"),
        (4, 0, "Hjelp"), (4, 1, "Noe mer?"),
    ]  # fmt: skip
    made = imported(page(f"<h1>Intervjuguide</h1>{table}"))
    assert [(section.title, len(section.questions)) for section in made.guide.sections] == [("Støtte", 3), ("Hjelp", 1)]


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252"></head><body>
<div class=WordSection1>
<p class=MsoTitle>Å begynne som lærer</p>
<p>1. Hvordan begynte du?<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference><![if !supportFootnotes]><span>[1]</span><![endif]></span></a></p>
<p>2. Hva var <del cite="mailto:Kari"><span>lett</span></del><ins cite="mailto:Kari"><span>vanskelig</span></ins> det
første året?<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[KN1]</a></span></p>
<p>3. Hvem hjalp deg?</p></div>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Er dette klart?</p><p>Spør igjen?</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p
class=MsoCommentText>&nbsp;<a href="#_msoanchor_1">[KN1]</a>Er dette ledende?</p></div></div></div>
<p>4. Noe mer?</p></body></html>"""


def test_footnotes_comments_and_changes_of_a_page_from_word_are_told() -> None:
    made = imported(WORD.encode("cp1252"))
    assert asked(made) == [
        "Hvordan begynte du?", "Hva var vanskelig det første året?", "Hvem hjalp deg?", "Noe mer?",
    ]  # fmt: skip
    assert left_out(made) == [
        ("deleted", "lett"), ("footnote", "Er dette klart?"), ("footnote", "Spør igjen?"),
        ("comment", "Er dette ledende?"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "note",
    [
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Er dette klart?</p></div>',
        '<ol><li id="fn1"><p>Er dette klart? <a href="#fnref1">↩︎</a></p></li></ol>',
        '<p><a href="#_edn1" name="_edn1"></a><a href="#_ednref1">[1]</a> Er dette klart?</p>',
    ],
)
def test_footnotes_of_other_programs_end_where_they_end(note: str) -> None:
    made = imported(page(f"{ASKED}{note}<p>4. Noe mer?</p>"))
    assert left_out(made) == [("footnote", "Er dette klart?")]
    assert asked(made)[3:] == ["Noe mer?"]


def test_a_note_at_the_top_of_a_page_hides_no_question() -> None:
    made = imported(page(f'<p><a href="#_ftnref1">[1]</a> Er dette klart?</p>{ASKED}'))
    assert left_out(made) == [("footnote", "Er dette klart?")]
    assert len(asked(made)) == 3


@pytest.mark.parametrize("opened", ["<!-- x ", "<title>x", "<style>x", "<script>x", "<TITLE lang=nb>x"])
def test_what_has_no_end_hides_no_words_behind_it(opened: str) -> None:
    texts = [block.text for block in read_html(f"{opened}<h1>Guide</h1><p>Hva gjør du?</p>".encode())]
    assert texts[-2:] == ["Guide", "Hva gjør du?"]


def test_a_heading_ends_with_its_element_whatever_stands_in_it() -> None:
    blocks = read_html(b"<h2><div>Musikk</div></h2>Hva?<br>Hvorfor?<h2>Lyd</h2>Hvor? <b>Hvem?</b>")
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "Musikk"), ("paragraph", "Hva?"), ("paragraph", "Hvorfor?"), ("heading", "Lyd"),
        ("paragraph", "Hvor? Hvem?"),
    ]  # fmt: skip
