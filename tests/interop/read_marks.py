"""Marks read back by other people's readers: the same marks, times to the millisecond, words to the character."""

import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pympi
import pysubs2
import pytest
import textgrid
import webvtt
from interop import MADE, carried, needs

KINDS = {
    "question": "Spørsmål",
    "note": "Notat",
    "quote": "Sitat",
    "follow_up": "Oppfølging",
    "bookmark": "Bokmerke",
    "topic": "Nytt tema",
    "withheld": "Ikke transkriber",
}
WITHHELD = (190.0, 220.5)
"""What is not to be transcribed, in recording 1."""

Read = list[tuple[int, str]]
"""What a reader found: when, in milliseconds, and the words with what stands before them."""


def expected(number: int, *, kind: bool, breaks: str = "¬") -> Read:
    """The marks of a recording as the one who held the interview wrote them down, in the file's milliseconds."""
    found: list[tuple[int, int, str]] = []
    follow_ups = 0
    told = json.loads((MADE / "marks.json").read_text(encoding="utf-8"))
    asked = [one for one in told if one["kind"] == "question"]
    for one in told:
        follow_ups += one["kind"] == "follow_up"
        following = [later["t"] for later in asked if later["t"] > one["t"]] or [700.0]
        until = following[0] if one["kind"] == "question" else one["t"]
        start, stop, shift = (10.0, 400.0, 0.0) if number == 1 else (420.5, 700.0, -1.5)
        is_here = (one["t"] <= stop and until >= start) if number == 1 else until > 400.0
        if number == 1 and one["kind"] != "question":
            is_here = one["t"] <= 400.0
        if not is_here:
            continue
        true = round((one["t"] - start + shift) * 1000)
        head = [f"[-{_clock(-true)}]"] if true < 0 else []
        if number == 2 and one["kind"] == "question" and one["t"] <= 400.0:
            head = ["[fortsetter]"]
        is_numbered = one["kind"] == "follow_up"
        if kind or not (one.get("text") or one.get("id") or one.get("about")):
            head.append(KINDS[one["kind"]] + (f" {follow_ups}" if is_numbered else ""))
        elif is_numbered:
            head.append(f"Oppfølging {follow_ups}")
        head += [one["id"]] if one["kind"] == "question" else one["about"]
        head += ["#tillit"] if one.get("text") == "merket etterpå" else []
        words = QUESTIONS[one["id"]] if one["kind"] == "question" else one["text"]
        words = carried(words, breaks)
        before = " ".join(head)
        found.append((max(true, 0), one["seq"], f"{before}: {words}" if before and words else before or words))
    if number == 1:
        found.append((round(WITHHELD[0] * 1000), 10_000, KINDS["withheld"]))
    return [(at, label) for at, _, label in sorted(found)]


QUESTIONS = {
    "A1": "Kan du fortelle om sist dere sang?",
    "A2": 'Hva gjør "sangen" med <dagen> & natta {S: x} ]]> --> = din?',
    "B1": "Hvem hjelper til med koret?",
    "B2": "Hva gjør de for at det skal bli trygt?",
}


def _clock(ms: int) -> str:
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def file(form: str, number: int, suffix: str) -> Path:
    """An export of one recording."""
    return MADE / "marks" / f"{form}-{number}{suffix}"


def same(read: Read, wanted: Read) -> None:
    """Compare without heed of the order of what stands at one moment."""
    assert sorted(read) == sorted(wanted)
    assert sum(len(label.split()) for _, label in read) == sum(len(label.split()) for _, label in wanted)


BOTH = pytest.mark.parametrize("number", [1, 2])


@BOTH
def test_webvtt_by_webvtt_py(number: int) -> None:
    from html import unescape

    read = []
    for caption in webvtt.read(str(file("vtt", number, ".vtt"))):
        (voice,) = re.findall(r"^<v ([^>]*)>", caption.raw_text)
        words = unescape(re.fullmatch(r"<v [^>]*>(.*)</v>", caption.raw_text, re.DOTALL)[1])
        read.append((_ms(caption.start), words if voice == "Merke" else f"{unescape(voice)}: {words}"))
    same(read, expected(number, kind=True))


def _ms(text: str) -> int:
    hours, minutes, seconds = text.split(":")
    whole, _, part = seconds.partition(".")
    return (int(hours) * 60 + int(minutes)) * 60_000 + int(whole) * 1000 + int(part)


@BOTH
def test_subrip_by_pysubs2(number: int) -> None:
    """Its own plain text takes braces and tags for style, which the export says; the raw words are whole."""
    subtitles = pysubs2.load(
        str(file("srt", number, ".srt")), encoding="utf-8-sig", keep_html_tags=True, keep_ssa_tags=True
    )
    read = [(event.start, event.text.replace("\\N", "\n")) for event in subtitles]
    changed = {"00:00:01.000 --> 00:00:02.000": "00:00:01 .000 -- > 00:00:02 .000", "-->": "-- >"}
    wanted = expected(number, kind=True)
    for words, instead in changed.items():
        wanted = [(at, label.replace(words, instead)) for at, label in wanted]
    same(read, wanted)


@BOTH
def test_audacity_labels_by_hand(number: int) -> None:
    """Of Audacity's rules: three fields parted by tabs, seconds with a point, the start not after the end."""
    read = []
    for line in file("audacity", number, ".txt").read_bytes().decode().split("\n")[:-1]:
        start, end, label = line.split("\t")
        assert re.fullmatch(r"\d+\.\d{6}", start)
        assert float(end) >= float(start)
        read.append((round(float(start) * 1000), label))
    wanted = [(at, label.replace("\t", " ")) for at, label in expected(number, kind=True)]
    same(read, wanted)


@BOTH
def test_elan_by_pympi(number: int) -> None:
    eaf = pympi.Elan.Eaf(str(file("eaf", number, ".eaf")))
    read: Read = []
    for tier in eaf.get_tier_names():
        last = 0
        for start, end, value, *_ in sorted(eaf.get_annotation_data_for_tier(tier)):
            assert last <= start < end, tier
            last = end
            read.append((start, value))
    wanted = [(at, label) for at, label in expected(number, kind=False, breaks="\n")]
    assert sorted((at, carried(value)) for at, value in read) == sorted(wanted)


@BOTH
def test_praats_textgrid_by_textgrid(number: int) -> None:
    grid = textgrid.TextGrid.fromFile(str(file("textgrid", number, ".TextGrid")))
    read: Read = []
    for tier in grid:
        if isinstance(tier, textgrid.IntervalTier):
            assert [one.maxTime for one in tier][:-1] == [one.minTime for one in tier][1:]
            read += [(round(one.minTime * 1000), one.mark) for one in tier if one.mark]
        else:
            read += [(round(point.time * 1000), point.mark) for point in tier]
    near(read, expected(number, kind=False))


def near(read: Read, wanted: Read) -> None:
    """The same words, each at most two milliseconds after its moment: no two may stand at one."""
    left = sorted(wanted)
    for at, label in sorted(read):
        (found, *_) = [one for one in left if one[1] == label and 0 <= at - one[0] <= 2] or [None]
        assert found is not None, (at, label[:80])
        left.remove(found)
    assert not left


@needs("praat")
@BOTH
def test_praats_textgrid_by_praat_itself(number: int, tmp_path: Path) -> None:
    """Read and written again as text by Praat, tier for tier."""
    script = tmp_path / "again.praat"
    script.write_text(
        "form again\n  sentence from\n  sentence to\nendform\nRead from file: from$\nSave as text file: to$\n",
        encoding="utf-8",
    )
    again = tmp_path / "again.TextGrid"
    subprocess.run(
        ["praat", "--run", str(script), str(file("textgrid", number, ".TextGrid")), str(again)], check=True, timeout=60
    )
    first = textgrid.TextGrid.fromFile(str(file("textgrid", number, ".TextGrid")))
    text = again.read_bytes().decode("utf-16")
    (tmp_path / "utf8.TextGrid").write_text(text, encoding="utf-8")
    second = textgrid.TextGrid.fromFile(str(tmp_path / "utf8.TextGrid"))
    assert [tier.name for tier in first] == [tier.name for tier in second]
    for one, other in zip(first, second, strict=True):
        assert _entries(one) == _entries(other)


def _entries(tier: Any) -> list[tuple[float, str]]:
    return [(getattr(one, "time", None) or getattr(one, "minTime", 0.0), one.mark) for one in tier]


class _Stamps(HTMLParser):
    """The paragraphs of oTranscribe's text: its stamps in seconds, and the words between them."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[tuple[int, str]] = []
        self.in_stamp = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.paragraphs.append((-1, ""))
        elif tag == "br":
            self._add("\n")
        elif tag == "span":
            self.in_stamp = True
            if self.paragraphs[-1][0] < 0:
                at = round(float(dict(attributes)["data-timestamp"] or "") * 1000)
                self.paragraphs[-1] = (at, self.paragraphs[-1][1])

    def handle_endtag(self, tag: str) -> None:
        self.in_stamp = self.in_stamp and tag != "span"

    def handle_data(self, data: str) -> None:
        if not self.in_stamp:
            self._add(data)

    def _add(self, text: str) -> None:
        at, before = self.paragraphs[-1]
        self.paragraphs[-1] = (at, before + text)


@BOTH
def test_otranscribes_file_by_a_parser_of_html(number: int) -> None:
    parser = _Stamps()
    parser.feed(json.loads(file("otr", number, ".otr").read_bytes())["text"])
    read = [(at, text.removeprefix(" ").removesuffix(" – ")) for at, text in parser.paragraphs]
    wanted = expected(number, kind=True, breaks="\n")
    assert sorted((at, carried(text)) for at, text in read) == sorted(wanted)


@BOTH
def test_f4s_rtf_by_striprtf(number: int) -> None:
    from striprtf.striprtf import rtf_to_text

    text = rtf_to_text(file("f4", number, ".rtf").read_text(encoding="ascii"), encoding="utf-8")
    read = []
    for found in re.finditer(r"(.*?) #(\d\d):(\d\d):(\d\d)-(\d)#\n", text, re.DOTALL):
        label, hours, minutes, seconds, tenth = found.groups()
        label = label.encode("utf-16", "surrogatepass").decode("utf-16")  # the reader keeps the halves of a pair apart
        read.append(((int(hours) * 60 + int(minutes)) * 60_000 + int(seconds) * 1000 + int(tenth) * 100, label))
    wanted = [(_tenth(at), label) for at, label in expected(number, kind=True, breaks="\n")]
    wanted += [(220_500, "Kan transkriberes igjen")] if number == 1 else []
    assert sorted((at, carried(label)) for at, label in read) == sorted(wanted)


def _tenth(ms: int) -> int:
    return round(ms / 100) * 100


@BOTH
def test_nvivos_rows_by_the_csv_module(number: int) -> None:
    import csv

    text = file("nvivo", number, ".txt").read_bytes().decode("utf-8-sig")
    head, *rows = list(csv.reader(text.splitlines(keepends=True), "excel-tab", quoting=csv.QUOTE_NONE))
    assert head == ["Timespan", "Content", "Speaker"]
    starts = [_ms(span.split("-")[0].replace(".", ".") + "00") for span, _, _ in rows]
    assert starts == sorted(starts)
    wanted = [(_tenth(at), label.replace("\t", " ")) for at, label in expected(number, kind=False)]
    same([(at, content) for at, (_, content, _) in zip(starts, rows, strict=True)], wanted)
    assert {kind for *_, kind in rows} <= set(KINDS.values())


@BOTH
def test_text_with_stamps(number: int) -> None:
    text = file("express-scribe", number, ".txt").read_bytes().decode("utf-8-sig")
    paragraphs = text.removesuffix("\n\n").split("\n\n")
    labels = [re.sub(r" – \[\d\d:\d\d:\d\d\]$", "", one.partition("] ")[2]) for one in paragraphs]
    assert sorted(labels) == sorted(label for _, label in expected(number, kind=True))


@needs("ffprobe")
@BOTH
def test_chapters_by_ffprobe(number: int, tmp_path: Path) -> None:
    """Laid into a silent file and read from it."""
    sound = tmp_path / "silent.mka"
    chapters = file("chapters", number, ".ffmetadata")
    subprocess.run(
        f"ffmpeg -loglevel error -f lavfi -i anullsrc=r=8000:cl=mono -i {chapters} -map_metadata 1 -map_chapters 1"
        f" -t 400 -c:a pcm_s16le {sound}".split(),
        check=True,
        timeout=120,
    )
    told = subprocess.run(
        ["ffprobe", "-loglevel", "error", "-show_chapters", "-of", "json", str(sound)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    read = [
        (round(float(one["start_time"]) * 1000), one["tags"]["title"]) for one in json.loads(told.stdout)["chapters"]
    ]
    wanted = expected(number, kind=True)
    wanted += [(220_500, "Kan transkriberes igjen")] if number == 1 else []
    near(read, wanted)
