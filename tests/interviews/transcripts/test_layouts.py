"""Each layout reads its own file: speakers, times, and every word exactly as it stands there."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from interviews.transcripts.reading import LAYOUTS, MAX_BYTES, read_transcript
from interviews.transcripts.turns import Transcript, Unread

FILES = Path(__file__).parent / "files"
HELLO, YES = "Hei, hører du meg?", "Ja, jeg hører deg godt."
WEEK, CHAOS = "Kan du fortelle om den første uka?", "Den var kaos."
Told = list[tuple[str, float | None, str]]
"""Speaker, start, words."""

TOLD: dict[str, tuple[str, Told]] = {
    "zoom.vtt": (
        "vtt",
        [
            ("Kari Nordmann", 3.12, HELLO),
            ("I3", 6.9, YES),
            ("Kari Nordmann", 9.5, f"Fint. {WEEK}"),
            ("I3", 15.0, "Den var kaos. Jeg begynte i 2019"),
            ("Kari Nordmann", 24.5, "Husk: alder < 20 og > 60 er utenfor."),
        ],
    ),
    "zoom-old.vtt": ("vtt", [("Kari Nordmann", 3.12, HELLO), ("I3", 6.9, YES)]),
    "teams.vtt": (
        "vtt",
        [
            ("Kari Nordmann", 3.12, HELLO),
            ("I3", 6.9, "Ja."),
            ("Kari Nordmann", 6.9, WEEK),
            ("I3", 10.0, "Kaos & moro."),
        ],
    ),
    "teams-ids.vtt": ("vtt", [("Kari Nordmann", 3.12, HELLO), ("I3", 6.9, YES)]),
    "stream.vtt": ("vtt", [("", 3.12, HELLO), ("", 6.9, YES)]),
    "teams-metadata.vtt": ("json", [("Kari Nordmann", 3.12, HELLO), ("I3", 6.9, YES)]),
    "whisper.vtt": ("vtt", [("", 0.0, HELLO), ("", 3.48, YES), ("", 5.0, "2019")]),
    "noscribe.vtt": ("vtt", [("S00", 1.0, HELLO), ("S01", 4.0, YES)]),
    "whisper.srt": (
        "srt",
        [
            ("SPEAKER_00", 0.0, HELLO),
            ("SPEAKER_01", 3.48, "Jeg begynte i 2019 alder < 20 og > 60 {ler} C:\\notat"),
            ("SPEAKER_00", 7.0, "Hvordan var det?"),
        ],
    ),
    "whisper.json": ("json", [("", 0.0, HELLO), ("", 3.48, YES)]),
    "whisperx.json": ("json", [("SPEAKER_00", 0.031, HELLO), ("SPEAKER_01", 3.48, "Jeg begynte i 2019.")]),
    "whisper-cpp.json": ("json", [("", 0.0, HELLO), ("", 3.48, YES)]),
    "teams.json": ("json", [("Kari Nordmann", 3.12, HELLO), ("I3", 6.9, YES)]),
    "lines.jsonl": ("json", [("Kari", 3.5, HELLO), ("I3", 6.0, YES)]),
    "noscribe.html": (
        "noscribe",
        [("S00", 1.0, HELLO), ("Ola_N", 4.5, "Det var uklart &amp; rart. skrevet etterpå og et avsnitt til")],
    ),
    "page.html": ("html", [("Kari", None, HELLO), ("I3", None, YES), ("Kari", None, "Fint.")]),
    "names.txt": (
        "colon",
        [
            ("Kari", None, HELLO),
            ("I3", None, YES),
            ("Kari", None, WEEK),
            ("I3", None, "Den var kaos. Husk: jeg begynte i 2019\nDet er to ting: navnene og rommene."),
            ("Kari", None, "Hva gjorde du da?"),
            ("I3", None, "Jeg tegnet et kart."),
        ],
    ),
    "stamped.txt": (
        "colon",
        [
            ("Intervjuer", 3.0, HELLO),
            ("Informant", 6.0, YES),
            ("Intervjuer", 9.0, WEEK),
            ("Informant", 15.0, "Den var kaos klokka 10:15."),
        ],
    ),
    "after-name.txt": ("colon", [("Kari", 3.0, HELLO), ("I3", 6.0, YES), ("Kari", 9.0, WEEK), ("I3", 15.0, CHAOS)]),
    "markdown.txt": ("colon", [("Kari", None, HELLO), ("I3", None, YES), ("Kari", None, WEEK), ("I3", None, CHAOS)]),
    "numbered.txt": (
        "colon",
        [
            ("Kari", None, f"{HELLO} Dette er en lang setning som går over to linjer."),
            ("I3", None, YES),
            ("Kari", None, WEEK),
            ("I3", None, "Den var kaos. Og så ble den bedre. Jeg begynte i 2019."),
            ("Kari", None, "Hva gjorde du da?"),
            ("I3", None, "Jeg tegnet et kart."),
            ("Kari", None, "Mm."),
            ("I3", None, "Det hjalp."),
        ],
    ),
    "f4.txt": ("colon", [("I", 0.0, HELLO), ("B", 5.0, YES), ("I", 9.4, WEEK), ("B", 14.2, CHAOS)]),
    "f4-first.txt": ("colon", [("I", 5.0, HELLO), ("B", 9.4, YES), ("I", 14.2, WEEK)]),
    "otter.txt": (
        "name_time",
        [
            ("Kari Nordmann", 3.0, HELLO),
            ("Unknown Speaker", 6.0, YES),
            ("Kari Nordmann", 9.0, WEEK),
            ("Unknown Speaker", 15.0, "Den var kaos. Og så ble det bedre."),
        ],
    ),
    "time-first.txt": ("time_name", [("Kari", 3.0, HELLO), ("Deltaker 1", 6.0, YES), ("Kari", 9.0, WEEK)]),
    "alone.txt": (
        "alone",
        [("I", None, HELLO), ("D1", None, f"{YES} Det er fint."), ("I", None, WEEK), ("D1", None, CHAOS)],
    ),
    "tabs.txt": ("tabs", [("Kari", None, HELLO), ("I3", None, YES), ("Kari", None, WEEK), ("I3", None, CHAOS)]),
    "labels.txt": ("label_track", [("", 0.0, HELLO), ("", 3.48, YES)]),
    "whisper.txt": ("times", [("", 0.0, HELLO), ("", 3.48, YES), ("", 5.0, "2019")]),
}


def read(name: str) -> Transcript:
    return read_transcript((FILES / name).read_bytes(), name)


def told(transcript: Transcript) -> Told:
    return [(turn.speaker, turn.start, turn.text) for turn in transcript.turns]


@pytest.mark.parametrize("name", TOLD)
def test_a_layout_gives_its_turns_and_loses_no_word(name: str) -> None:
    transcript = read(name)
    assert (transcript.layout, told(transcript)) == TOLD[name]
    assert transcript.missing == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # Google Meet: a moment every few minutes
            "Deltakere\n\n00:00:00\n\nKari: Hei.\n\nI3: Ja.\n\n00:05:00\n\nKari: Hva?\n\nI3: Klokka 10:15.\n10:15\n",
            [("Kari", 0.0, "Hei."), ("I3", None, "Ja."), ("Kari", 300.0, "Hva?"), ("I3", None, "Klokka 10:15. 10:15")],
        ),
        (
            "Kari\n00:03\nHei.\n\nI3\n00:06\nJa.\n\nKari\n00:09\nHva?\n\nI3\n00:12\nDet.\n",
            [("Kari", 3.0, "Hei."), ("I3", 6.0, "Ja."), ("Kari", 9.0, "Hva?"), ("I3", 12.0, "Det.")],
        ),
        ("- Kari: Hei\n- I3: Ja\n- Kari: Hva?", [("Kari", None, "Hei"), ("I3", None, "Ja"), ("Kari", None, "Hva?")]),
        ("kari: hei\nola: ja\nkari: å\nola: hm", [("kari", None, "hei"), ("ola", None, "ja"), ("kari", None, "å"),
         ("ola", None, "hm")]),
        ("Kari (34): Hei\nOla (27): Ja", [("Kari (34)", None, "Hei"), ("Ola (27)", None, "Ja")]),
        ("start\tend\ttext\n0\t3480\tHei\n3480\t5000\tJa\n", [("", 0.0, "Hei"), ("", 3.48, "Ja")]),
        (
            "Kari   0:03\nHei.\n\nI3   0:06\nJa.\n\nKari stopped transcription\n",
            [("Kari", 3.0, "Hei."), ("I3", 6.0, "Ja.")],
        ),
    ],
    ids=["moments", "below", "bullets", "small", "ages", "whisper", "teams"],
)  # fmt: skip
def test_what_programs_add_to_a_layout_is_no_talk(text: str, said: Told) -> None:
    transcript = read_transcript(text.encode(), "f.txt")
    assert told(transcript) == said
    assert transcript.missing == 0


def test_every_layout_has_a_file_and_every_file_is_told() -> None:
    assert {layout for layout, _ in TOLD.values()} == {layout.name for layout in LAYOUTS}
    assert {path.name for path in FILES.iterdir()} >= TOLD.keys()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ["zoom.vtt", "teams.vtt", "whisper.vtt", "whisper.srt"])
def test_a_cue_ends_with_an_empty_line_of_any_system(name: str, end: str) -> None:
    text = (FILES / name).read_text(encoding="utf-8")
    assert told(read_transcript(text.replace("\n", end).encode(), name)) == TOLD[name][1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("name", ["zoom.vtt", "whisper.srt", "names.txt", "teams.json", "noscribe.html"])
def test_encodings_and_line_ends_are_found(name: str, encoding: str) -> None:
    text = (FILES / name).read_text(encoding="utf-8")
    transcript = read_transcript(text.replace("\n", "\r\n").encode(encoding), name)
    assert told(transcript) == TOLD[name][1]
    assert transcript.missing == 0


def test_what_is_no_talk_is_set_apart_and_named() -> None:
    assert [one.text for one in read("names.txt").apart if one.kind == "before"] == ["Intervju med I3, 12. november"]
    notes = [one.text for one in read("stream.vtt").apart if one.kind == "note"]
    assert notes[:2] == ['NOTE duration:"00:01:04.3600000"', "NOTE language:nb-no"]
    empty = read_transcript(b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\nJa.\n", "e.vtt")
    assert [one.line for one in empty.apart if one.kind == "empty"] == [3]
    assert [turn.text for turn in empty.turns] == ["Ja."]


def packed(*names: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("head", "said", "turns"),
    [
        ("", "I3: Den <v x> var</v> rar.", ("I3", "Den <v x> var</v> rar.")),
        ("WEBVTT\n\n", "I3: Den <v x> var</v> rar.", ("I3", "Den <v x> var</v> rar.")),
        ("WEBVTT\n\n", "<v I3>Den <v x> var</v> rar.</v>", ("I3", "Den <v x> var</v> rar.")),
        ("", "<v I3>: ja.", ("Kari", "<v I3>: ja.")),
    ],
)
def test_a_voice_inside_a_sentence_is_words(head: str, said: str, turns: tuple[str, str]) -> None:
    cues = ["Kari: Hei du.", "I3: Ja.", "Kari: Hva da?", said, "Kari: Fint.", "I3: Takk."]
    text = head + "".join(f"{n}\n00:00:0{n}.000 --> 00:00:0{n}.900\n{words}\n\n" for n, words in enumerate(cues, 1))
    transcript = read_transcript(text.encode(), "f.vtt" if head else "f.srt")
    speaker, words = turns
    assert next(turn.speaker for turn in transcript.turns if words in turn.text) == speaker
    assert set(transcript.speakers) == {"Kari", "I3"}
    assert transcript.missing == 0


@pytest.mark.parametrize(
    ("name", "data", "code", "facts"),
    [
        ("tom.vtt", b" \r\n", "transcript_empty", {}),
        ("bilde.txt", bytes(range(256)) * 8, "transcript_no_text", {}),
        ("brev.txt", b"\n\nKjaere alle sammen,\njeg skriver om noe.\n", "transcript_unknown", {"line": "3"}),
        ("tall.json", b'{"segments": [1, 2, 3]}', "transcript_json_other", {}),
        ("kuttet.json", b'[\n{"text": "Hei"},\n{"text": "Ja"}\n', "transcript_json_cut", {"line": "3"}),
        ("midt.json", b'{"segments": [\n{"text": "Hei"},\n{"text": "J', "transcript_json_cut", {"line": "3"}),
        ("linjer.jsonl", b'{"text": "Hei"}\n{"text": "Ja"}\n{"text": "J', "transcript_json_cut", {"line": "3"}),
        ("linjer.jsonl", b'{"text": "Hei"}\n{"text": J}\n{"text": "Ja"}', "transcript_json_fault", {"line": "2"}),
        ("bok.xlsx", packed("[Content_Types].xml", "xl/workbook.xml"), "transcript_workbook", {}),
        ("vis.docx", packed("[Content_Types].xml", "ppt/presentation.xml"), "transcript_presentation", {}),
        ("alt.zip", packed("talk.txt"), "transcript_packed", {}),
        ("brev.docx", b"Jeg skriver\nom noe.\n", "transcript_called", {"ending": ".docx"}),
        ("hull.json", b'{"segments": [\n{"text": "Hei"},\n]}', "transcript_json_fault", {"line": "3"}),
        ("pil.srt", b"1\n00:00:01:12 --> 00:00:02:03\nHei\n", "transcript_stopped", {"layout": "srt", "line": "2"}),
        (
            "brev.txt",
            b"Kari: Hei\nI3: Ja\n\nSaa skrev\n" + b"jeg om noe\n" * 40,
            "transcript_stopped",
            {"layout": "colon", "line": "4", "text": "Saa skrev"},
        ),
        (
            "side.html",
            b"<html><body>\n<p>Kari: Hei</p>\n<p>I3: Ja</p>\n" + b"<p>om noe</p>\n" * 40,
            "transcript_stopped",
            {"layout": "colon", "line": "4"},
        ),
        ("stor.vtt", b"WEBVTT" + b"\n" * MAX_BYTES, "transcript_too_big", {"limit": "50 MB"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_transcript_is_refused_and_says_where(
    name: str, data: bytes, code: str, facts: dict[str, str]
) -> None:
    with pytest.raises(Unread) as refused:
        read_transcript(data, name)
    assert refused.value.code == code
    assert facts.items() <= refused.value.facts.items()
    assert refused.value.facts["file"] == name


def test_a_pathological_caption_keeps_its_words() -> None:
    hostile = (
        "WEBVTT\n\n"
        "01:05.120 --> 01:06.000 align:start position:10%\n<c.yellow>Vi</c> <i>tok</i> <00:01:05.500>den --> hit\n\n"
        "og en tom linje senere\n\n"
        "NOTE dette er mitt notat\n\n"
        "25:00:00.000 --> 25:00:01.000\n<v\n- Ja\n- Nei &#230; &amp;lt; \\{ler\\}\n"
    )
    transcript = read_transcript(hostile.encode(), "h.vtt")
    assert told(transcript) == [
        ("", 65.12, "Vi tok den --> hit og en tom linje senere"),
        ("", 90000.0, "<v - Ja - Nei æ &lt; {ler}"),
    ]
    assert transcript.missing == 0
