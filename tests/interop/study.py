"""An invented study whose words are hard to carry, and what each reader must find of it."""

from pathlib import Path
from typing import Any

from guide.reading import read_guide_file
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import NoteKind, Refusal
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviews.choir import CHOIR
from tui import VERSION

HOSTILE: tuple[str, ...] = (
    "=) hun lo",
    "slutten ]]> der",
    "pling \x07 og \x1b[31m rødt",
    "00:00:01.000 --> 00:00:02.000",
    "-->",
    "tabulator\ther",
    "linje en\nlinje to\n\netter en tom linje",
    "{ler} {S: uklart} \\{x\\} {\\an8}",
    "<v Kari>hei</v> & &amp; <b>fet</b> alder < 20 og > 60",
    "internal:ark!A1",
    "mailto:kor",
    "intervals [2]: pause",
    'text = "x" "IntervalTier"',
    "tempo = raskt",
    "2019",
    "det var da:\n2019",
    "#00:00:05-0# et stempel",
    "@B3: hun sa: kom",
    "[00:12:03] B1: nesten en linje",
    "«sitat» “fra” 'en' \"annen\"",
    "🎶 først og 👩‍👩‍👧 sist",
    "N\\o/dvendig, 50\\% og _x0041_",
    "a;b=c#d,e",
    "høyre \u202e venstre",
    "skille \u2028 her",
    "  ytterst blankt  ",
    "INTERNAL é e\u0301 å a\u030a",
    "en #merkelapp og #b3 i ordene",
    "NOTE ikke en kommentar",
    "\\frekvens",
    "fra\x0bWord",
    "side\x0cskift",
    "vogn\rretur\r\nog begge",
    "null \x00 her",
    "halv \ud800 bokstav",
    "nel \x85 og \u2029 avsnitt",
    "\ufeffmerke først",
    "#ENDCODE",
    "#CODEB1",
    "#TEXTI9",
    "WEBVTT",
    "[CHAPTER]",
    "&amp;lt; og --!>",
    "\\par\\'e5 {\\rtf1",
    '"',
    "</p><h1>B2</h1>",
    "B1: ",
    "x" * 300,
    "å" * 40_000,
)
"""Words that have broken some reader or writer before."""

WORDING = 'Hva gjør "sangen" med <dagen> & natta {S: x} ]]> --> = din?'
"""A question that is as hard."""

KINDS: tuple[NoteKind, ...] = ("note", "quote", "follow_up", "topic")


class Sitting:
    """An interview held on a clock that stands; what is done is written down as the test itself knows it."""

    def __init__(self, folder: Path, code: str) -> None:
        guide = read_guide_file(folder / "guide.yaml", "guide.yaml").guide
        assert guide is not None
        self.clock = StandingClock()
        log = folder / "interviews" / f"{code}.jsonl"
        self.session = Session.new(log, guide, code, "live", self.clock, VERSION)
        self.begun = self.clock.seconds
        self.told: list[dict[str, Any]] = []
        self.hand: str | None = None

    def at(self, t: float, *commands: Command) -> None:
        """Do something at a second of the interview."""
        self.clock.go_on(round(t - (self.clock.seconds - self.begun), 3))
        for command in commands:
            done = self.session.do(command)
            assert not isinstance(done, Refusal), (command, done)
            seq = done.act.seq
            match command:
                case do.AskQuestion():
                    self.told.append({"kind": "question", "t": t, "id": command.question, "seq": seq})
                    self.hand = command.question
                case do.TakeNote():
                    about = [self.hand] if self.hand and command.kind not in ("topic", "reflexive") else []
                    about += ["B3"] if "#b3" in command.text and "B3" not in about else []
                    told = {"kind": command.kind, "t": t, "text": command.text, "about": about, "seq": seq}
                    self.told.append(told)
                case _:
                    pass


def hostile_study(folder: Path) -> list[dict[str, Any]]:
    """Hold I1 with every hostile text; what was marked, with the second of the interview.

    Recording 1 runs from 10 to 400, recording 2 from 420.5 to the end at 700, and its file is found to begin 1.5
    seconds later than was marked.
    """
    (folder / "interviews").mkdir(parents=True)
    text = CHOIR.read_text(encoding="utf-8").replace("Kor på sykehjemmet", "'Kor & \"sang\" på <hjemmet>: =]]>'")
    text = text.replace('"Hva gjør sangen med dagen din?"', f"'{WORDING}'").replace(
        "short: Betydning", "short: 'A/B: <b>?'"
    )
    (folder / "guide.yaml").write_text(text, encoding="utf-8")
    sitting = Sitting(folder, "I1")
    sitting.at(0, do.Tick("opening", "consent"))
    sitting.at(4.25, do.TakeNote("før opptaket"))
    sitting.at(6, do.AskQuestion("A1"))
    sitting.at(10, do.ToggleRecording())
    sitting.at(12.345, do.TakeNote("", "bookmark"))
    for place, text in enumerate(HOSTILE):
        if place == 12:
            sitting.at(56.5, do.AskQuestion("A2"))
        sitting.at(round(20 + 3.137 * place, 3), do.TakeNote(text, KINDS[place % 4]))
    sitting.at(200, do.ToggleTranscribing())
    sitting.at(230.5, do.ToggleTranscribing())
    sitting.at(240.1, do.AskQuestion("B1"))
    sitting.at(250.001, do.TakeNote("samtidig", "note"), do.TakeNote("samtidig to", "note"))
    sitting.at(251, do.TakeNote("bare mitt eget", "reflexive"))
    sitting.at(252, do.TakeNote("merket etterpå"))
    sitting.at(253, do.TagNote(sitting.told[-1]["seq"], "tillit"))
    sitting.at(399.9996, do.TakeNote("like før slutten"))
    sitting.at(400, do.ToggleRecording())
    sitting.at(410, do.TakeNote("mellom opptakene"))
    sitting.at(411, do.TakeNote("ikke til bruk"))
    between, never = sitting.told[-2]["seq"], sitting.told[-1]["seq"]
    sitting.at(420.5, do.ToggleRecording())
    sitting.at(421, do.TakeNote("tidlig i fil to"))
    sitting.at(500, do.AskQuestion("B2"))
    sitting.at(600.25, do.TakeNote("sist", "quote"))
    sitting.at(650, do.ShiftRecording(-1.5, 2))
    sitting.at(690, do.ClearNotes((between,), usable=True), do.ClearNotes((never,), usable=False))
    sitting.at(700, do.End())
    sitting.session.close()
    return [one for one in sitting.told if one["kind"] != "reflexive" and one["seq"] != never]
