"""How near a guide comes to what a careful reader expects of a document: pure, and countable facet by facet.

Wordings are compared as written, but for white space, the shapes of quotation marks, soft hyphens, quotation marks or
brackets around the whole, and the case of a probe's first letter (a condition may stand before it or apart).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from guide.frozen import Value
from guide.model import Guide, Probe, Question
from tests.guide.documents.comparing import fold, heading, holds, without_if, words
from tests.guide.documents.expectation import Expectation, Level, Wanted


class Tally(Value):
    """How many were right of how many, and which were not."""

    right: int = 0
    of: int = 0
    wrong: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """From 0 to 1; 1 when there was nothing to get right."""
        return self.right / self.of if self.of else 1.0


class Entry(Value):
    """A question or a probe of the guide that was made; ``owner`` is the question that it is or belongs to."""

    text: str
    condition: str
    level: Level
    owner: Question
    section: int | None


class Match(Value):
    """Where an expected wording was found: as a whole, or in its pieces."""

    entries: tuple[Entry, ...] = ()

    @property
    def first(self) -> Entry | None:
        """The whole, or the first piece."""
        return self.entries[0] if self.entries else None


def score(guide: Guide, wish: Expectation, said: Iterable[str] = ()) -> Mapping[str, Tally]:
    """Every facet of a guide held against ``wish``; ``said`` are remarks and lists that stand beside the guide."""
    entries = _entries(guide)
    matches = _matched(entries, wish.wanted)
    beside = " \n ".join(said)
    return {
        "recall": _recall(wish, matches),
        "precision": _precision(entries, wish, matches),
        "levels": _levels(wish, matches),
        "order": _order(guide, wish, matches),
        "sections": _sections(guide, wish, matches),
        "serves": _serves(guide, wish, matches),
        "optional": _optional(wish, matches),
        "conditions": _conditions(wish, matches),
        "keywords": _keywords(wish, matches, beside),
        "notes": _notes(wish, matches, beside),
        "head": _head(guide, wish),
        "research questions": _aims(guide, wish),
        "opening": _contained(wish.opening, [point.text for point in guide.opening]),
        "after": _contained(wish.after, [point.text for point in guide.after]),
        "left out": _left_out(guide, entries, wish),
    }


def _entries(guide: Guide) -> tuple[Entry, ...]:
    found: list[Entry] = []
    places = [(question, place) for place, section in enumerate(guide.sections) for question in section.questions]
    for question, place in [*places, *((question, None) for question in guide.closing)]:
        level: Level = "closing" if place is None else "main"
        found.append(Entry(question.ask, "", level, question, place))
        found += [Entry(probe.ask, probe.condition or "", "probe", question, place) for probe in question.probes]
    return tuple(found)


def _matched(entries: Sequence[Entry], wanted: Sequence[Wanted]) -> tuple[Match, ...]:
    """Each expected wording with its place in the guide, no place given twice; the right level is looked at first."""
    free = list(entries)
    matches: list[Match] = []
    for wish in wanted:
        parent = matches[wish.parent].first if wish.parent is not None else None
        found = [_pick(free, wish, wish.asks, parent)]
        if found == [None] and wish.split:
            found = [_pick(free, wish, (piece,), parent) for piece in wish.split]
        whole = tuple(entry for entry in found if entry is not None)
        matches.append(Match(whole if len(whole) == len(found) else ()))
        for entry in matches[-1].entries:
            free = [each for each in free if each is not entry]
    return tuple(matches)


def _pick(free: Iterable[Entry], wish: Wanted, asks: Iterable[str], parent: Entry | None) -> Entry | None:
    alike = [entry for entry in free if any(_same(entry, wish, ask) for ask in asks)]
    alike.sort(
        key=lambda entry: (parent is not None and entry.owner is not parent.owner, entry.level not in wish.levels)
    )
    return alike[0] if alike else None


def _same(entry: Entry, wish: Wanted, ask: str) -> bool:
    if fold(entry.text) == fold(ask):
        return True
    if "probe" not in wish.levels and entry.level != "probe":
        return False
    wanted = {words(ask), words(f"{wish.condition} {ask}")}
    return bool(wanted & {words(entry.text), words(f"{entry.condition} {entry.text}")})


def _recall(wish: Expectation, matches: Sequence[Match]) -> Tally:
    mains = [(each, match) for each, match in zip(wish.wanted, matches, strict=True) if each.parent is None]
    missing = [each.asks[0] for each, match in mains if match.first is None or not _as_question(each, match)]
    return Tally(len(mains) - len(missing), len(mains), tuple(missing))


def _as_question(each: Wanted, match: Match) -> bool:
    return match.first is not None and (match.first.level != "probe" or "probe" in each.levels)


def _precision(entries: Sequence[Entry], wish: Expectation, matches: Sequence[Match]) -> Tally:
    """Of the questions in the guide, those that the document has as questions."""
    good = [
        entry
        for each, match in zip(wish.wanted, matches, strict=True)
        for entry in match.entries
        if each.parent is None or "main" in each.levels
    ]
    made = [entry for entry in entries if entry.level != "probe"]
    made = [entry for entry in made if not any(holds(line, entry.text) for line in wish.maybe)]
    extra = [entry.text for entry in made if not any(entry is each for each in good)]
    return Tally(len(made) - len(extra), len(made), tuple(extra))


def _levels(wish: Expectation, matches: Sequence[Match]) -> Tally:
    """Of all expected questions and probes, those that stand on the right level, probes under their own question."""
    wrong = []
    for each, match in zip(wish.wanted, matches, strict=True):
        parent = matches[each.parent].first if each.parent is not None else None
        first = match.first
        if first is None:
            wrong.append(f"missing: {each.asks[0]}")
        elif first.level not in each.levels:
            wrong.append(f"{first.level}, not {'/'.join(each.levels)}: {first.text}")
        elif parent is not None and first.owner is not parent.owner:
            wrong.append(f"under another question: {first.text}")
    return Tally(len(wish.wanted) - len(wrong), len(wish.wanted), tuple(wrong))


def _order(guide: Guide, wish: Expectation, matches: Sequence[Match]) -> Tally:
    """Of the questions found, those that do not stand before the one that the document has before them."""
    ids = [question.id for question in guide.questions]
    found = [match.first for each, match in zip(wish.wanted, matches, strict=True) if each.parent is None]
    places = [(ids.index(entry.owner.id), entry.text) for entry in found if entry is not None]
    wrong = [text for (before, _), (place, text) in pairwise(places) if place < before]
    return Tally(len(places) - len(wrong), len(places), tuple(wrong))


def _sections(guide: Guide, wish: Expectation, matches: Sequence[Match]) -> Tally:
    firsts: dict[int, int | None] = {}
    right, wrong = 0, []
    for each, match in zip(wish.wanted, matches, strict=True):
        if each.section is None or match.first is None or match.first.level != "main":
            continue
        place = match.first.section
        titles = wish.sections[each.section].titles
        together = firsts.setdefault(each.section, place) == place
        title = guide.sections[place].title if place is not None else ""
        if together and (not titles or any(heading(title) == heading(known) for known in titles)):
            right += 1
        else:
            wrong.append(f"{title}: {each.asks[0]}")
    return Tally(right, right + len(wrong), tuple(wrong))


def _serves(guide: Guide, wish: Expectation, matches: Sequence[Match]) -> Tally:
    named = {fold(aim.text): str(place) for place, aim in enumerate(wish.aims)}
    named |= {aim.id: str(place) for place, aim in enumerate(wish.aims) if aim.id}
    made = {aim.id.casefold(): named.get(fold(aim.text), fold(aim.text)) for aim in guide.research_questions}
    right, wrong = 0, []
    for each, match in zip(wish.wanted, matches, strict=True):
        if each.serves is None or match.first is None:
            continue
        want = {named.get(fold(target), target) for target in each.serves}
        owners = {guide.owner(target) or target for target in match.first.owner.serves}
        if want == {made.get(owner.casefold(), owner) for owner in owners}:
            right += 1
        else:
            wrong.append(f"{sorted(owners)}, not {sorted(want)}: {each.asks[0]}")
    return Tally(right, right + len(wrong), tuple(wrong))


def _optional(wish: Expectation, matches: Sequence[Match]) -> Tally:
    right, wrong = 0, []
    for each, match in zip(wish.wanted, matches, strict=True):
        if each.parent is not None or match.first is None:
            continue
        if each.optional and match.first.owner.optional:
            right += 1
        elif each.optional != match.first.owner.optional:
            wrong.append(("not taken for optional: " if each.optional else "taken for optional: ") + each.asks[0])
    return Tally(right, right + len(wrong), tuple(wrong))


def _conditions(wish: Expectation, matches: Sequence[Match]) -> Tally:
    conditional = [pair for pair in zip(wish.wanted, matches, strict=True) if pair[0].condition]
    wrong = [
        each.condition
        for each, match in conditional
        if match.first is None or not holds(f"{match.first.condition} {match.first.text}", without_if(each.condition))
    ]
    return Tally(len(conditional) - len(wrong), len(conditional), tuple(wrong))


def _beside(question: Question) -> str:
    probes: list[Probe] = list(question.probes)
    return " \n ".join(
        (*(f"{each.condition or ''} {each.ask}" for each in probes), *question.listen_for, question.aim or "")
    )


def _keywords(wish: Expectation, matches: Sequence[Match], said: str) -> Tally:
    every = [(match, keyword) for each, match in zip(wish.wanted, matches, strict=True) for keyword in each.keywords]
    wrong = [
        keyword
        for match, keyword in every
        if match.first is None or not (holds(_beside(match.first.owner), keyword) or holds(said, keyword))
    ]
    return Tally(len(every) - len(wrong), len(every), tuple(wrong))


def _notes(wish: Expectation, matches: Sequence[Match], said: str) -> Tally:
    every = [(match, each.note) for each, match in zip(wish.wanted, matches, strict=True) if each.note]
    wrong = [
        note
        for match, note in every
        if match.first is None or not (holds(_beside(match.first.owner), note) or holds(said, note))
    ]
    return Tally(len(every) - len(wrong), len(every), tuple(wrong))


def _head(guide: Guide, wish: Expectation) -> Tally:
    problem = None if guide.problem is None else fold(guide.problem)
    problems = {None if each is None else fold(each) for each in wish.problems} | ({None} if wish.single else set())
    titles = {"" if each is None else heading(each) for each in wish.titles}
    facts = {
        f"title: {guide.title}": heading(guide.title) in titles or "" in titles,
        f"problem: {guide.problem}": problem in problems
        and (problem is not None or not wish.single or bool(wish.aims)),
        f"language: {guide.language}": guide.language == wish.language,
        f"minutes: {guide.minutes}": guide.minutes in wish.minutes,
    }
    wrong = tuple(fact for fact, right in facts.items() if not right)
    return Tally(len(facts) - len(wrong), len(facts), wrong)


def _aims(guide: Guide, wish: Expectation) -> Tally:
    made = {fold(aim.text): aim for aim in guide.research_questions}
    if wish.single and not made and guide.problem is not None:
        made = {}
        return _contained([aim.text for aim in wish.aims], [guide.problem])
    wrong = []
    for aim in wish.aims:
        found = made.pop(fold(aim.text), None)
        if found is None:
            wrong.append(f"missing: {aim.text}")
        elif aim.id is not None and found.id.casefold() != aim.id.casefold():
            wrong.append(f"{found.id}, not {aim.id}: {aim.text}")
        elif aim.parts and tuple(fold(part.text) for part in found.parts) != tuple(map(fold, aim.parts)):
            wrong.append(f"parts of {aim.text}")
    wrong += [f"extra: {text}" for text in made]
    return Tally(max(len(wish.aims), 1) - min(len(wrong), max(len(wish.aims), 1)), max(len(wish.aims), 1), tuple(wrong))


def _contained(wanted: Iterable[str], made: Iterable[str]) -> Tally:
    whole = " ".join(made)
    every = tuple(wanted)
    wrong = tuple(text for text in every if not holds(whole, text))
    return Tally(len(every) - len(wrong), len(every), wrong)


def _left_out(guide: Guide, entries: Iterable[Entry], wish: Expectation) -> Tally:
    said = [entry.text for entry in entries] + [point.text for point in (*guide.opening, *guide.after)]
    wrong = tuple(line for line in wish.left_out if any(holds(text, line) for text in said))
    return Tally(len(wish.left_out) - len(wrong), len(wish.left_out), wrong)
