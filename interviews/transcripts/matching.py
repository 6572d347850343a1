"""Matching: which question of the guide a turn asks.

Nobody asks a question as it is written: it comes with hesitations, an introduction, another word order. What stays are
pieces of its words. So a turn and a question are compared by their letters in threes to fives, what few questions share
counting most (TF-IDF, cosine), and a little by what they ask for in other words; of a long turn its sentences too. A
guide's question is mostly asked once, and a weak echo of one that is asked plainly elsewhere is a follow-up: each
likeness is weighed against the best that its question has anywhere in the transcript. Where the questions that are
plain come in the guide's order, one that would come out of it has to be plain too.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf, log, sqrt
from statistics import median

from guide.frozen import NOTHING, Value
from guide.model import Guide
from guide.normalize import plain, words_of
from guide.word_index import bases
from interviews.core.events import Asked
from interviews.core.recorder import place_of, segments
from interviews.core.state import Interview
from interviews.transcripts.turns import Turn, count_words

_SENSES = """
hard difficult difficulty difficulties challenge challenges challenging struggle struggles struggled problem problems \
obstacle obstacles barrier barriers tough worst weakness weaknesses limitation limitations drawback drawbacks downside \
frustrating frustration frustrations annoying headache headaches
best rewarding enjoy enjoyed enjoyable favourite favorite like liked positive benefit benefits advantage advantages \
strength strengths
useful helpful help helped helps valuable
describe tell walk talk explain share
typical typically usual usually normal normally ordinary everyday daily
start started starting begin began beginning initially initial originally join joined
decide decided decision decisions choose chose chosen choice pick picked settle
why reason reasons motivate motivated motivates motivation drive drives
change changed changes affect affected affects effect effects impact impacted influence influenced influences \
different difference differently
expect expected expectation expectations imagine imagined picture pictured anticipate hope hoped
future years ahead later forward plan plans
advice advise recommend recommendation suggest suggestion tell
add else missed important touched covered
improve improved improvement improvements better wish missing
conflict conflicts disagreement disagreements disagree disagreed argue argument arguments tension tensions
share shared divide divided split distribute distributed role roles responsible responsibility responsibilities task \
tasks job jobs
feedback comment comments criticism praise
relationship relationships relation relations relate together
use used uses using usage utilise utilize
often frequency frequent frequently times
background experience experienced experiences before previously prior
concern concerns concerned worry worries worried afraid fear
learn learned learnt learning teach taught
trust trusted reliable rely confident confidence
solve solved resolve resolved sort deal handle handled cope manage
feel felt feeling feelings emotion emotions
compare compared comparison versus than
opinion opinions think view views thoughts
vanskelig vanskeleg vanskeligheter utfordring utfordringer utfordringar utfordrende utfordrande krevende krevjande \
tung tungt tyngste tyngst slitsom slitsomt problem problemer hardt verst verste hinder hindringer svakhet svakheter \
ulempe ulemper frustrerende
best beste beste givende givande gøy liker likte likt glede gleder positivt fordel fordeler styrke styrker
nyttig hjelp hjelpe hjalp hjelper støtte støtter støtta
fortelle fortell fortel beskrive beskriv forklare forklar skildre
vanlig vanligvis vanleg vanlegvis typisk normal normalt pleier dag hverdag hverdagen kvardag
starte startet starten start begynne begynte begynnelsen byrja første førsten først
velge valgte valgt valg vel valde bestemme bestemte bestemt avgjøre
hvorfor kvifor grunn grunnen årsak årsaken motivasjon motivere motiverer driver
endre endret endra endring endringer endringar påvirke påvirker påvirket påverkar påvirkning virkning annerledes \
annleis forandre forandret forandring forskjell innvirkning
forvente forventet forventning forventninger forventningar tenkt trodde forestilte forestille håpet håp
framtid framtida framtiden fremtid fremtiden fremover framover planer plan år
råd anbefale anbefaling anbefaler tips
tilføye legge tillegg snakket glemt
bedre forbedre forbedring forbedringer ønske ønsker ønsket savne savner savnet mangle mangler
konflikt konflikter uenig uenighet uenigheter usemje krangel krangle
dele deler fordele fordeler fordelt ansvar oppgave oppgaver oppgåver rolle roller
tilbakemelding tilbakemeldinger tilbakemeldingar ros kritikk
forhold forholdet relasjon relasjonen relasjoner samarbeid samarbeide
bruke bruker brukte brukt bruk brukar
ofte gang ganger sjelden
erfaring erfaringer erfaringar bakgrunn tidligere tidlegare
bekymre bekymring bekymringer bekymret redd frykt engstelig
lære lærer lærte lært læring
håndtere håndterer takle takler mestre mestrer mestring løse løser handtere
føle føler følte følelse følelser kjenne kjenner oppleve opplever opplevde opplevelse opplevelser opplevd
synes syns mener mening meninger tanker oppfatning
situasjon situasjonen episode hendelse hendelser eksempel
"""


def _senses() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(_SENSES.strip().split("\n")):
        for word in {plain(one) for one in line.split()}:
            found[word] = (*found.get(word, ()), number)
    return found


SENSES = _senses()
"""For each word, as ``plain`` has it, the numbers of its senses."""


ENOUGH = 0.5
"""The confidence from which on a turn is held to ask the question."""

_SHORTEST, _LONGEST = 3, 5  # letters taken together
_ECHO = 1.5  # how much a likeness loses that is less than the best of its question
_THRESHOLD = 0.15  # the likeness at which it is as likely as not; where most studies of the bench agree
_BESIDES = 0.3  # what a sentence must come to that asks a second question in the same turn
_UNASKED = 0.75  # what a likeness is worth in a turn without a question mark, where the transcript has them
_FEWEST_MARKS = 5  # question marks of a transcript that has them
_SENSE = 0.1  # what it adds that they ask for the same in other words
_PLAIN = 0.25  # a weighed likeness that is not to be doubted
_OUT_OF_ORDER = 0.3  # what a likeness loses between two plain ones that its question does not lie between
_FEWEST_PAIRS = 6  # of plain ones, before they tell whether the guide's order was kept
_BESIDE = 2  # plain ones looked at before and after; a single one may have been asked out of turn
_LOG = 0.3  # what it adds that the log has the question asked just then
_LONG = 25  # words of a turn that is looked at in parts too
_STRETCH = 20  # words of a part where there are no sentences
_FEWEST_WORDS = 4  # of a part that may ask something
_PART = 0.9  # what a likeness to a part is worth
_CAPTIONS = 4  # over which a question may be spread
_MOST_LETTERS = 4_000  # of one turn; who speaks longer than that asks at its end

_FILLERS = frozenset(
    ("ah ahem ehm em er erm hm hmm huh like mhm mm mmm mmhm oh ok okay uh uhm um yeah æh eh hæ okei øh åh").split()
)
_PHRASES = re.compile(r"\b(?:you know|i mean|sort of|kind of|ikke sant|på en måte)\b")
_SENTENCE = re.compile(r"[^.?!…]+[.?!…]*")
_WORD = re.compile(r"[^\W_]+")


class Match(Value):
    """What one turn asks: the question's id, how sure that is from 0 to 1, and what it asks besides.

    Where ``sure`` is false, ``question`` is merely the likeliest, or empty where none shares anything with the turn.
    """

    question: str = ""
    score: float = 0.0
    also: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether the turn is held to ask it."""
        return bool(self.question) and self.score >= ENOUGH


NO_MATCH = Match()


class QuestionMatcher:
    """The questions of one guide, ready to be found in what an interviewer says."""

    def __init__(self, wordings: Mapping[str, Iterable[str]]) -> None:
        """``wordings`` has for each id the ways in which the guide asks its question, the usual one first."""
        self._ids = tuple(wordings)
        self._senses = [frozenset().union(*map(_senses_of, texts)) for texts in wordings.values()]
        asking = Counter(sense for senses in self._senses for sense in senses)
        self._rare_senses = {sense: (log((1 + len(self._ids)) / (1 + n)) + 1) ** 2 for sense, n in asking.items()}
        asked = [(number, text) for number, texts in enumerate(wordings.values()) for text in texts if text]
        counted = [(number, _pieces(text)) for number, text in asked]
        seen = Counter(
            piece
            for number in range(len(self._ids))
            for piece in {piece for one, pieces in counted if one == number for piece in pieces}
        )
        self._rare = {piece: log((1 + len(self._ids)) / (1 + count)) + 1 for piece, count in seen.items()}
        self._unknown = log(1 + len(self._ids)) + 1
        self._known: dict[str, list[tuple[int, float]]] = {}
        self._of_wording = tuple(number for number, _ in counted)
        for wording, (_, pieces) in enumerate(counted):
            weights = {piece: (1 + log(count)) * self._rare[piece] for piece, count in pieces.items()}
            length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            for piece, weight in weights.items():
                self._known.setdefault(piece, []).append((wording, weight / length))

    @classmethod
    def of_guide(cls, guide: Guide) -> "QuestionMatcher":
        """The questions of a guide, each as it is asked and as it is asked alone."""
        return cls({question.id: (question.ask, question.alone or "") for question in guide.questions})

    def match(self, turns: Sequence[str], logged: Mapping[int, Mapping[str, float]] | None = None) -> tuple[Match, ...]:
        """What each of an interviewer's turns asks; ``logged`` says of a turn what the log has asked just then.

        The whole transcript at once, because how well a question is asked elsewhere counts.
        """
        marked = sum("?" in turn for turn in turns) >= _FEWEST_MARKS
        rows = [self._in_turn(turn[-_MOST_LETTERS:], marked=marked) for turn in turns]
        best = [max(column) for column in zip(*rows, strict=True)] or [0.0] * len(self._ids)
        table = [[_against(likeness, most) for likeness, most in zip(row, best, strict=True)] for row in rows]
        found = []
        for place, weighed in enumerate(_in_order(table)):
            for id, near in (logged or {}).get(place, NOTHING).items():
                if id in self._ids:
                    weighed[self._ids.index(id)] += _LOG * near
            first = max(range(len(weighed)), key=weighed.__getitem__, default=0)
            if not weighed or not weighed[first]:
                found.append(NO_MATCH)
                continue
            also = self._besides(turns[place], first, best) if weighed[first] >= _THRESHOLD else ()
            found.append(Match(self._ids[first], _confidence(weighed[first]), also))
        return tuple(found)

    def _in_turn(self, turn: str, *, marked: bool) -> list[float]:
        """How like each question a turn is, or a part of it: who speaks long asks in a sentence or two of it.

        ``marked`` says that the transcript has question marks, so that what lacks one is hardly asked.
        """
        row = self._likenesses(turn)
        if marked and "?" not in turn:
            row = [_UNASKED * likeness for likeness in row]
        for part in _parts(turn):
            if "?" in part or not marked:
                row = [max(one) for one in zip(row, (_PART * one for one in self._likenesses(part)), strict=True)]
        return row

    def place(self, text: str, id: str, starts: Sequence[int]) -> int:
        """At which of these letters of a turn, where its captions begin, the one begins that asks this question.

        A caption seldom ends where a sentence does, so a few that follow each other are tried together; of a long turn
        those at its end, where its question was looked for.
        """
        near = [start for start in starts if start >= len(text) - _MOST_LETTERS] or list(starts[-1:])
        if id not in self._ids or not near:
            return 0
        number = self._ids.index(id)
        ends = [*near[1:], len(text)]
        tried = [
            (self._likenesses(text[start:end])[number], start)
            for place, start in enumerate(near)
            for end in ends[place : place + _CAPTIONS]
        ]
        return max(tried)[1]

    def _besides(self, turn: str, first: int, best: Sequence[float]) -> tuple[str, ...]:
        """The other questions that a turn asks, each in a sentence of its own."""
        found: dict[str, float] = {}
        sentences = _SENTENCE.findall(turn[-_MOST_LETTERS:])
        for sentence in sentences if len(sentences) > 1 else ():
            row = self._likenesses(sentence)
            number = max(range(len(row)), key=row.__getitem__)
            weighed = _against(row[number], best[number])
            if number != first and weighed >= _BESIDES:
                found[self._ids[number]] = max(weighed, found.get(self._ids[number], 0.0))
        return tuple(sorted(found, key=lambda id: -found[id]))

    def _likenesses(self, text: str) -> list[float]:
        """How like each question a text is, by its letters and by what it asks for."""
        senses = _senses_of(text)
        length = sum(self._rare_senses.get(sense, self._unknown**2) for sense in senses)
        row = self._cosines(text)
        for number, own in enumerate(self._senses):
            if shared := own & senses:
                of_question = sum(map(self._rare_senses.__getitem__, own))
                row[number] += _SENSE * sum(map(self._rare_senses.__getitem__, shared)) / sqrt(length * of_question)
        return row

    def _cosines(self, text: str) -> list[float]:
        """How like each question a text is by its letters, from 0 to 1."""
        of_wordings = [0.0] * len(self._of_wording)
        length = 0.0
        known, rare, unknown = self._known, self._rare, self._unknown
        for piece, count in _pieces(text).items():
            weight = rare.get(piece, unknown)
            if count > 1:
                weight *= 1 + log(count)
            length += weight * weight
            for wording, of_wording in known.get(piece, ()):
                of_wordings[wording] += weight * of_wording
        cosines = [0.0] * len(self._ids)
        for number, value in zip(self._of_wording, of_wordings, strict=True):
            if value:
                cosines[number] = max(cosines[number], value / sqrt(length))
        return cosines


def _pieces(text: str) -> Counter[str]:
    """The letters of a text in threes to fives, across its words, hesitations left out."""
    words = [word for word in _WORD.findall(_PHRASES.sub(" ", plain(text))) if word not in _FILLERS]
    if not words:
        return Counter()
    line = f" {' '.join(words)} "
    return Counter(
        [line[at : at + size] for size in range(_SHORTEST, _LONGEST + 1) for at in range(len(line) - size + 1)]
    )


def _parts(turn: str) -> Iterator[str]:
    """The sentences of a long turn, each alone and with the one before it; stretches of words where it has none."""
    if len(_WORD.findall(turn)) <= _LONG:
        return
    sentences = _SENTENCE.findall(turn)
    if len(sentences) > 1:
        parts = [*sentences, *(before + after for before, after in pairwise(sentences))]
    else:
        words = turn.split()
        parts = [" ".join(words[at : at + _STRETCH]) for at in range(0, len(words), _STRETCH // 2)]
    yield from (part for part in parts if len(_WORD.findall(part)) >= _FEWEST_WORDS)


def _senses_of(text: str) -> frozenset[int]:
    return frozenset(sense for word in _WORD.findall(plain(text)) for sense in SENSES.get(word, ()))


def _in_order(table: Sequence[list[float]]) -> list[list[float]]:
    """The likenesses, less for questions out of the guide's order, as far as the plain ones keep it."""
    tops = [max(range(len(row)), key=row.__getitem__, default=0) for row in table]
    plainly = [place for place, row in enumerate(table) if row and row[tops[place]] >= _PLAIN]
    asked = [tops[place] for place in plainly]
    pairs = [(before, after) for at, after in enumerate(asked) for before in asked[:at] if before != after]
    kept = sum(1 if before < after else -1 for before, after in pairs)
    if len(pairs) < _FEWEST_PAIRS or kept <= 0:
        return list(table)
    loss = 1 - _OUT_OF_ORDER * kept / len(pairs)
    found = []
    for place, row in enumerate(table):
        at = bisect_left(plainly, place)
        behind = at + (at < len(plainly) and plainly[at] == place)
        first = max(asked[max(0, at - _BESIDE) : at], default=0)
        last = min(asked[behind : behind + _BESIDE], default=len(row))
        inside = range(first, last + 1) if first <= last else range(len(row))
        found.append([value if number in inside else value * loss for number, value in enumerate(row)])
    return found


def _against(likeness: float, best: float) -> float:
    """A likeness, less where the same question is asked more plainly elsewhere."""
    return likeness * (likeness / best) ** _ECHO if likeness else 0.0


def _confidence(weighed: float) -> float:
    """A weighed likeness as a number that people read: a half where it is as likely as not."""
    return round(weighed / (weighed + _THRESHOLD), 4)


# What may have been answered without being asked: the guide's cue words in what the participant says.


class Unasked(Value):
    """A question that nobody was heard to ask, the turn that may answer it, and the cue words that speak for that."""

    question: str
    turn: int
    cues: tuple[str, ...]


def find_unasked(guide: Guide, turns: Sequence[Turn], settled: Collection[str]) -> tuple[Unasked, ...]:
    """For each question with cues that is not settled, the turn in which most of its cues are said, if any is.

    Only what a participant says counts; where it is not known who speaks, everything does.
    """
    open_ones = [one for one in guide.questions if one.listen_for and one.id not in settled]
    if not open_ones:
        return ()
    cues = {one.id: [(cue, tuple(map(_forms, words_of(cue)))) for cue in one.listen_for] for one in open_ones}
    best: dict[str, Unasked] = {}
    for number, turn in enumerate(turns):
        if turn.role == "interviewer":
            continue
        said = [_forms(word) for word in words_of(turn.text)]
        for id, wanted in cues.items():
            found = tuple(cue for cue, words in wanted if words and any(_at(words, said)))
            if found and (id not in best or len(found) > len(best[id].cues)):
                best[id] = Unasked(id, number, found)
    return tuple(best[one.id] for one in open_ones if one.id in best)


def _forms(word: str) -> frozenset[str]:
    return frozenset(base for base in bases(word) if len(base) > 2 or base == word)


def _at(words: Sequence[frozenset[str]], said: Sequence[frozenset[str]]) -> Iterator[bool]:
    """Whether the words of a cue, in whatever form, are said one after the other, from each place on."""
    for at in range(len(said) - len(words) + 1):
        yield all(not word.isdisjoint(said[at + place]) for place, word in enumerate(words))


# What is proposed for each turn of a transcript, the log of the interview as witness where there is one.

_NEAR = 60.0  # seconds between the key and the words; some ask first and press then
_FEWEST = 3  # questions that words alone must find before they say how log and recording lie to each other


class TurnProposal(Value):
    """A turn, its number, and what it is held to ask; of a turn that is no interviewer's ``match`` is empty.

    ``at`` is when that is asked, which may be a while after the turn begins; of other turns it is when they begin.
    """

    number: int
    turn: Turn
    match: Match = NO_MATCH
    at: float | None = None


def propose(guide: Guide | None, turns: Sequence[Turn], interview: Interview | None = None) -> tuple[TurnProposal, ...]:
    """One proposal a turn; where nobody is known to be the interviewer, every turn may ask."""
    nobody = all(turn.role != "interviewer" for turn in turns)
    asking = [number for number, turn in enumerate(turns) if nobody or turn.role == "interviewer"]
    matches: Mapping[int, Match] = {}
    times = {number: turn.start for number, turn in enumerate(turns)}
    if guide is not None:
        matcher = QuestionMatcher.of_guide(guide)
        said = [turns[number].text for number in asking]
        found = matcher.match(said)
        if interview is not None:
            logged = _match_log(interview, [turns[number] for number in asking], found)
            found = matcher.match(said, logged) if logged else found
        matches = dict(zip(asking, found, strict=True))
        for number, match in matches.items():
            turn = turns[number]
            if match.question and turn.cues:
                times[number] = turn.start_at(matcher.place(turn.text, match.question, [at for at, _ in turn.cues]))
    return tuple(
        TurnProposal(number, turn, matches.get(number, NO_MATCH), times[number]) for number, turn in enumerate(turns)
    )


def _match_log(interview: Interview, turns: Sequence[Turn], found: Sequence[Match]) -> dict[int, dict[str, float]]:
    """For each question that the log has as asked, the one turn near that moment that is likest to have asked it."""
    if interview.started.afterwards:
        return {}
    asked = [act for act in interview.events() if isinstance(act, Asked)]
    first = segments(interview)[0].number if segments(interview) else None
    moments: dict[int, float] = {}
    for act in asked:
        place = place_of(interview, act.t)
        if place is not None and place.number == first:
            moments[act.seq] = place.seconds
    if len(moments) < len(asked) or first is None:
        shift = _shift(asked, turns, found)
        if shift is not None:
            moments |= {act.seq: act.t + shift for act in asked if act.seq not in moments or first is None}
    logged: dict[int, dict[str, float]] = {}
    for act in asked:
        if act.seq not in moments:
            continue
        near = {
            place: 1.0 - away / _NEAR
            for place, turn in enumerate(turns)
            if (away := _away(turn, moments[act.seq])) < _NEAR and count_words(turn.text) > 2
        }
        if near:
            best = max(
                near,
                key=lambda place: near[place] + (found[place].score if found[place].question == act.question else 0),
            )
            logged.setdefault(best, {})[act.question] = max(0.3, near[best])
    return logged


def _away(turn: Turn, moment: float) -> float:
    """How many seconds a moment is from the nearest of a turn's captions; of a turn without times, more than any."""
    if turn.start is None:
        return inf
    return min(abs(start - moment) for start in (turn.start, *(start for _, start in turn.cues)))


def _shift(asked: Sequence[Asked], turns: Sequence[Turn], found: Sequence[Match]) -> float | None:
    """How much later a moment lies in the recording than in the log, by the questions that words alone find."""
    first = {act.question: act.t for act in reversed(asked)}
    apart = [
        turn.start - first[match.question]
        for turn, match in zip(turns, found, strict=True)
        if match.sure and turn.start is not None and match.question in first
    ]
    return median(apart) if len(apart) >= _FEWEST else None
