"""What may have been answered without being asked: the guide's cue words in what the participant says."""

from collections.abc import Collection, Iterator, Sequence

from guide.frozen import Value
from guide.model import Guide
from guide.normalize import words_of
from interviews.linking.word_index import bases
from interviews.transcripts.turns import Turn


class Unasked(Value):
    """A question that nobody was heard to ask, the turn that may answer it, and the cue words that speak for that."""

    question: str
    turn: int
    cues: tuple[str, ...]


def unasked(guide: Guide, turns: Sequence[Turn], settled: Collection[str]) -> tuple[Unasked, ...]:
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
