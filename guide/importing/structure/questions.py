"""Questions and probes of one part.

They are told apart by how deep each line stands; what a wording says about its question, such as its minutes, is
taken out of it.
"""

import re
from collections.abc import Sequence
from typing import Self

from guide.importing.document_blocks import Block
from guide.importing.guide_draft import Doubt, GuideDraft, PlacedText, ProbeDraft, QuestionDraft
from guide.importing.structure.document_lines import DocumentLine, compare_depth, leads, look, owners
from guide.importing.structure.research_questions import Targets
from guide.importing.structure.tables import RESEARCH_IDS, column_named
from guide.importing.words.line_kinds import (
    EXAMPLE,
    LONGEST_TEXT,
    arrow,
    asks,
    condition,
    directs,
    is_fill_in,
    is_main_lead,
    is_open,
    is_placeholder,
    is_slot,
    minutes_in,
    note_lead,
    of_informant,
    open_slot,
    optional_mark,
    optional_title,
    probe_lead,
    requests,
    speaks_of_myself,
)
from guide.importing.words.lists import compiled, words
from guide.importing.words.sentences import addresses, first_word, has_question, inside_brackets, sentences
from guide.importing.words.typed_labels import steps
from guide.schema import SHORT_LIMIT

_JUMP = compiled(r"\b", "jump", after=r"\b")
_YES_NO = compiled("", "yes_no", after=r"\b")
_SPEAKER = re.compile(r"(?:(?i:interviewers?|intervjuer|moderator|int)|I|M)\s*:\s+")
_MAIN = compiled("", "main", after=r"\s*\d{0,2}\s*[:–-]\s+")
_FEW_WORDS = 5
_MOST_WORDS = 9


class Levels:
    """One part's lines as they go by: its questions, and what was said to the interviewer before the first of them.

    ``numbered`` is the indentation at which the document's numbers run on: a line with a number of the first order
    there is a main question, whatever stands before it.
    """

    def __init__(self, draft: GuideDraft, targets: Targets, *, numbered: float | None = None) -> None:
        self._draft = draft
        self._targets = targets
        self._numbered = numbered
        self.questions: list[QuestionDraft] = []
        self.before: list[DocumentLine] = []
        self._stack: list[tuple[Block, int]] = []
        self._label: Block | None = None
        self._alone = False  # whether that label stood on a line of its own, over a list
        self._condition: tuple[str, Block] | None = None
        self._told: DocumentLine | None = None
        self._optional: Block | None = None
        self._statement: DocumentLine | None = None
        self._noting = False  # below "Look for:", whose points are no questions
        self._topics = False  # whether its points are what to ask about, none of which asks
        self._statements: set[int] = set()  # numbers of lines that are no main questions: nothing like them asks

        self._options: set[int] = set()  # numbers of answers to choose from
        self._usual: set[int] = set()  # numbers of list items that are probes, though they may also lead into them

    def read(self, lines: Sequence[DocumentLine], *, topics: bool = False) -> Self:
        """Go through the part; ``topics`` says that it may list what to ask about without asking."""
        self._topics = topics and not any(line.asks for line in lines)
        above = owners(lines)
        below = {at for at, line in zip(above, lines, strict=True) if at is not None and line.asks}
        alike = {look(line.block) for line in lines if line.asks}
        asked = [line.text[0] in _PAIRS for line in lines if has_question(line.text)]
        quoted = 2 * sum(asked) > len(asked)  # the words to say stand in quotation marks
        for place, line in enumerate(lines):
            said = is_said(line) or (self._draft.aloud and line.block.quoted and _mostly_tells(line.text))
            like = (topics and not alike) or place in below or look(line.block) in alike
            told = directs(line.text) or (not line.asks and EXAMPLE.match(line.text))
            told = told or (quoted and line.text[0] not in _PAIRS and not has_question(line.text))
            silent = not line.hint and (told or not (line.asks or like))
            if not line.told and (said or silent):
                self._statements.add(line.number)
        self._statements |= silent_lists(lines)
        self._options = answer_options(lines, above)
        over = {at for at in above if at is not None}
        self._usual = {line.number for at, line in enumerate(lines) if at not in over and asks_on(line)}
        for line in lines:
            self._line(line)
        return self

    def _line(self, line: DocumentLine) -> None:
        text = line.text
        asked = line.asks and has_question(text) and addresses(text)
        if self._noting and (line.block.form == "bullet" or not line.asks) and not (line.told or asked):
            self._note(line)
            return
        self._noting = False
        if line.told:
            self._called(line)
        elif line.hint == "minutes" or (self.questions and not line.hint and minutes_in(text, alone=True)):
            self._minutes(line)
        elif line.hint == "label":
            self._draft.leave(line, "condition" if line.when else "structure")
        elif is_main_lead(text):
            self._label, self._condition, self._stack = None, None, []
            self._draft.leave(line, "structure")
        elif is_fill_in(text) and not line.asks:
            self._draft.leave(line, "form")
        elif (is_placeholder(text) or is_slot(text)) and not line.asks:
            self._draft.leave(line, "placeholder")
        elif (
            not (line.asks or line.hint or self._is_group(line))
            and len(text.split()) <= _MOST_WORDS
            and optional_title(text)
        ):
            self._optional = line.block
            self._draft.leave(line, "mark")
        elif line.hint == "serves" or (self.questions and not line.hint and self._targets.ids_alone(text)):
            self._serves(line)
        elif line.hint in ("note", "cell") or (self.questions and line.number in self._options):
            self._note(line)
        elif line.hint == "probe" and self.questions:
            self._probe(line, text)
        else:
            self._words(line, text)

    def _called(self, line: DocumentLine) -> None:
        """A line that a person has called a question, a sub-question, a condition or a note."""
        if line.told == "q" or (line.told == "s" and not self.questions):
            self._condition = self._label = None
            self._stack = [(line.block, 0)]
            self._question(line, line.text)
        elif line.told == "s":
            self._add_probe(line, line.text)
        elif line.told == "i" and self.questions:
            branch = condition(line.text)
            self._condition = ((branch[1] if branch is not None else line.text).rstrip(" :"), line.block)
            self._told = line
            self._draft.leave(line, "condition_unused")
        else:
            self._note(line)

    def _words(self, line: DocumentLine, text: str) -> None:
        skipped = arrow(text)
        speaker = _SPEAKER.match(text) or _MAIN.match(text)
        if skipped and self.questions:
            self._draft.leave(line, "structure", text[:skipped])
            self._read_lead(line, text[skipped:], inner=True)
        elif speaker is not None and asks(text[speaker.end() :]):
            self._draft.leave(line, "structure", speaker[0])
            self._by_depth(line, text[speaker.end() :])
        else:
            self._read_lead(line, text, inner=False)

    def _read_lead(self, line: DocumentLine, text: str, *, inner: bool) -> None:
        lead = None if line.number in self._usual else probe_lead(text)
        if self._is_group(line):
            self._by_depth(line, text)
            return
        if lead is not None and not lead[1] and not self.questions and self.before:
            self._promote()
        if lead is not None and (self.questions or lead[1]):
            self._read_rest(line, *lead)
            return
        branch = condition(text)
        if branch is not None and self._branch(line, branch, inner=inner):
            return
        if self._is_note(line):
            self._noting = line.block.kind == "paragraph" and text.endswith(":")
            self._note(line)
        elif inner:
            self._add_probe(line, text)
        else:
            self._by_depth(line, text)

    def _promote(self) -> None:
        """Take the last thing said to the informant before the part's first probes for what they belong to."""
        said = next((line for line in reversed(self.before) if addresses(line.text) and not line.hint), None)
        if said is not None:
            self.before.remove(said)
            self._stack = [(said.block, 0)]
            self._question(said, said.text)

    def _read_rest(self, line: DocumentLine, lead: str, rest: str) -> None:
        self._draft.leave(line, "structure", f"{line.block.label} {lead}".strip())
        if lead[:1] in "([" and rest[-1:] in tuple(")]"):
            rest = rest[:-1].rstrip()
        self._label = line.block
        self._alone = not rest and line.block.kind == "paragraph"
        self._condition = None
        if rest and is_placeholder(rest):
            self._draft.leave(line, "placeholder", rest)
        elif rest and self.questions:
            self._add_probes(line, rest, led=True)
        elif rest:
            self._question(line, rest)
            self._label = None

    def _branch(self, line: DocumentLine, branch: tuple[str, str, str], *, inner: bool) -> bool:
        """A line that begins with a condition; False when it is a question of its own all the same."""
        lead, what, rest = branch
        short = _YES_NO.match(what) is not None or of_informant(what)  # nobody asks the informant that
        deeper = bool(self._stack) and compare_depth(line.block, self._stack[0][0]) > 0
        if not self.questions or not (short or inner or not rest or deeper) or (self._is_counted(line) and asks(rest)):
            return False
        if _JUMP.search(rest) or (not rest and _JUMP.search(what)):
            return False
        if rest and not asks(rest) and (len(rest.split()) > _MOST_WORDS or inside_brackets(line.text)):
            return False
        if rest:
            self._draft.leave(line, "condition", lead)
            self._add_probe(line, rest, what)
        else:
            self._draft.leave(line, "structure", lead)
            self._condition = (what, line.block)
            self._told = line
        return True

    def _is_group(self, line: DocumentLine) -> bool:
        """Whether a numbered line only says when what stands below it is asked: "3. [if they stopped using it]"."""
        branch = condition(line.text)
        says_when = branch is not None and not branch[2] and len(branch[1].split()) > 2
        return self._is_counted(line) and bool(says_when or inside_brackets(line.text)) and not line.asks

    def _is_counted(self, line: DocumentLine) -> bool:
        """Whether a line is numbered as the part's first question is, and so stands beside it."""
        if line.block.form not in ("decimal", "named") or steps(line.block.label, line.block.form) != 1:
            return False
        return bool(self.questions) and compare_depth(line.block, self.questions[0].line.block) == 0

    def _is_note(self, line: DocumentLine) -> bool:
        if note_lead(line.text):
            return True
        if line.asks or self._leads(line):
            return False
        cues = line.text[:1].islower() and "," in line.text and not line.text.endswith(".")  # words to remember
        return bool(inside_brackets(line.text)) or (line.block.italic and line.block.kind != "item" and not cues)

    def _leads(self, line: DocumentLine) -> bool:
        """Whether a line has a number of the first order in a document whose numbers run on."""
        return leads(line.block, self._numbered)

    def _note(self, line: DocumentLine) -> None:
        if self.questions:
            self.questions[-1].aim.append(PlacedText(line, line.block.labelled))
        else:
            self.before.append(line)

    def _by_depth(self, line: DocumentLine, text: str) -> None:
        asked = asks(text) and line.number not in self._statements
        if not asked and (self._goes_with_last(line) or self._prose(line)):
            return
        told = self._statement
        if not asked and told is not None and not self._stack and compare_depth(line.block, told.block) > 0:
            self._note(line)
            return
        depth = self._depth(line)
        if depth == 0 and (_PHRASES.match(text) or (line.number in self._statements and not self._is_group(line))):
            self._stack.pop()
            self._note(line)
            return
        if (depth == 0 and self.questions and is_afterthought(line)) or (
            depth == 0
            and self.questions
            and not (asked or self._topics or self._leads(line) or self._is_group(line))
            and asks(self.questions[-1].ask)
            and len(text.split()) <= _FEW_WORDS
            and not (is_open(text) or line.block.kind == "heading" or text.endswith(")"))
        ):
            self._add_probe(line, text)
            self.questions[-1].doubt("afterthought", text=text)
        elif depth == 0:
            self._condition = None
            self._label = None
            follows = bool(self.questions) and not self._leads(line) and self._may_ask_on(text)
            self._question(line, text)
            if follows:
                self.questions[-1].doubt("may_be_probe")
        elif not asked and directs(text) and not self._among_keywords(line):
            self._note(line)
        elif asked or len(text.split()) <= 2 * _MOST_WORDS or line.block.kind == "item":
            self._add_probe(line, text)
        else:
            self._note(line)

    def _may_ask_on(self, text: str) -> bool:
        """Whether a question may be about the last: "If so, …", "Was this hard?", "Who came?" after "Tell me of …"."""
        if condition(text) is not None or first_word(text) in _ONWARD:
            return True
        before, words = self.questions[-1].ask, re.findall(r"\w+", text.casefold())
        told = not has_question(before) and requests(before)
        return len(words) <= _FEW_WORDS and (told or not _THIS.isdisjoint((*words[1:2], *words[-1:])))

    def _among_keywords(self, line: DocumentLine) -> bool:
        """Whether the item before, of the same list, was taken for something to ask about, though it does not ask."""
        last = self.questions[-1].probes[-1] if self.questions and self.questions[-1].probes else None
        return last is not None and not last.line.asks and compare_depth(line.block, last.line.block) == 0

    def _goes_with_last(self, line: DocumentLine) -> bool:
        """A paragraph that asks nothing, in the cell of the question before it, is said about that question."""
        last = self.questions[-1].line if self.questions else None
        if last is None or line.hint != "question" or line.block.kind == "item" or last.block.cell != line.block.cell:
            return False
        if compare_depth(line.block, last.block) != 0 or not line.text.endswith(".") or first_word(line.text) in _WHENS:
            return False
        self._note(line)
        return True

    def _prose(self, line: DocumentLine) -> bool:
        """A paragraph that asks nothing: for the interviewer's eyes, or, if it is short, words to remember."""
        if line.block.kind != "paragraph" or line.hint == "question":
            return False
        words = len(line.text.split())
        short = words <= _MOST_WORDS and not line.text.endswith((".", "!", ":")) and not addresses(line.text)
        beside = bool(self.questions) and look(line.block) == look(self.questions[-1].line.block)
        if beside and short and line.text.endswith(")") and line.text[0] not in "([":
            return False
        if self.questions and short:
            self._add_probe(line, line.text)
            if beside:
                self.questions[-1].doubt("afterthought", text=line.text)
            return True
        self._statement = line
        self._note(line)
        return True

    def _depth(self, line: DocumentLine) -> int:
        block = line.block
        label = self._label
        if label is not None and label.kind == "item" and self.questions and compare_depth(block, label) > 0:
            return 1
        if self._leads(line):
            self._label = self._condition = None
            self._stack = [(block, 0)]
            return 0
        if self._label is not None and self.questions:
            listed = self._alone and block.kind == "item" and block.form == "bullet"
            if listed or compare_depth(block, self.questions[-1].line.block) != 0:
                return 1
            self._label = None
        same = [place for place, (old, _) in enumerate(self._stack) if compare_depth(block, old) == 0]
        if same:
            depth = self._stack[same[-1]][1]
            del self._stack[same[-1] :]
        else:
            while self._stack and compare_depth(block, self._stack[-1][0]) < 0:
                self._stack.pop()
            depth = self._stack[-1][1] + 1 if self._stack else 0
        self._stack.append((block, depth))
        if self._condition is not None and compare_depth(block, self._condition[1]) <= 0:
            self._condition = None
        return depth

    def _probe(self, line: DocumentLine, text: str) -> None:
        """A cell of the column of probes."""
        lead = None if asks_on(line) else probe_lead(text)
        if lead is not None:
            self._draft.leave(line, "structure", lead[0])
            text = lead[1]
        branch = condition(text)
        if branch is not None and branch[2]:
            self._draft.leave(line, "condition", branch[0])
            self._add_probe(line, branch[2], branch[1])
        elif text:
            self._add_probes(line, text, led=lead is not None)

    def _add_probes(self, line: DocumentLine, text: str, *, led: bool) -> None:
        """One probe or several in a row: "Prompts: cost, time"."""
        pieces, joins = split_probes(text, led=led)
        for piece in pieces:
            self._add_probe(line, piece, line.when or None, alone=len(pieces) == 1)
        for join in joins:
            self._draft.leave(line, "structure", join)
        if led and len(pieces) == 1 and not has_question(text) and len(_cut(text.rstrip(" ."), ",")) > 2:
            self.questions[-1].probes[-1].doubts.append(Doubt("several_in_probe"))

    def _add_probe(self, line: DocumentLine, text: str, when: str | None = None, *, alone: bool = True) -> None:
        if when is None and self._condition is not None:
            when = self._condition[0]
            self._draft.mark_kept("condition", self._told)
        question = self.questions[-1]
        text = without_fields(line, self._draft, without_notes(line, question, text))
        question.probes.append(ProbeDraft(plain_quotes(text) if alone else text, line, when))

    def _question(self, line: DocumentLine, text: str) -> None:
        text, lead, branch = branch_at_end(text)
        question = QuestionDraft(text, line)
        if branch:
            self._draft.leave(line, "condition", lead)
            self._condition, self._told = (branch, line.block), line
        trim_wording(question, self._draft, self._targets)
        if not asks(text):
            question.doubt("no_question")
        question.optional = question.optional or self._optional is not None
        self.questions.append(question)

    def _serves(self, line: DocumentLine) -> None:
        ids = self._targets.ids_alone(line.text)
        near = [one for one in self.questions if one.line.row == line.row] if line.row else self.questions[-1:]
        if ids and near:
            for question in near:
                question.serves = ids
            self._draft.leave(line, "served")
        elif line.hint and not self._targets.all and RESEARCH_IDS.fullmatch(line.text):
            self._draft.leave(line, "mark")  # of research questions that stand elsewhere
        else:
            self._note(line)

    def _minutes(self, line: DocumentLine) -> None:
        found = minutes_in(line.text) or minutes_in(f"{line.text} min", alone=True)
        near = [one for one in self.questions if one.line.row == line.row] if line.row else self.questions[-1:]
        if found is not None and len(near) == 1 and near[0].minutes is None:
            near[0].minutes = found[1]
            self._draft.leave(line, "minutes")
        else:
            self._note(line)


_AGAIN = re.compile(
    r"(?:og )?(?:(?:kan|kunne) du )?(?:gi|nevne?|komme med|har du|gjerne)?\s?(?:meg |oss )?(?:et |eit |noen "
    r"|nokre |flere |et par )?(?:konkrete?t? )?"
    r"(?:eksempel|eksempler|døme)(?: på (?:det|dette))?|(?:kan|kunne) du (?:si (?:litt )?mer|utdype|forklare"
    r"|beskrive|fortelle mer)(?: (?:om )?(?:det|dette))?"
    r"|hvorfor\s?/\s?hvorfor ikke|hvorfor(?: (?:det|ikke|ikkje))?|kvifor(?: (?:det|ikkje))?|hvordan(?: da"
    r"| det)?|på hvilken måte|i så fall.{0,30}"
    r"|(?:can|could) you (?:please )?(?:give|provide|share|describe|elaborate|tell me more|say more"
    r"|explain)(?: (?:me|us))?(?: (?:an|some|any|a specific|a concrete) examples?)?(?: of (?:this"
    r"|that))?(?: (?:on|about) (?:this|that))?"
    r"|(?:please )?elaborate|why(?: (?:not|is that|do you think so))?|why (?:or|/) why not|why\s?/\s?why not"
    r"|how so|in what way(?:s)?|for example|any examples",
    re.IGNORECASE,
)
"""Questions that only ask on: they have no sense of their own."""


_BARE = words("question_words") | frozenset("not ikke ikkje inte da så then so det that or eller".split())


_PHRASES = re.compile(r"(?:[\"“„«][^\"“”„«»]{2,80}[\"”“»]\s*[·•|/;]\s*){2}")


"""Several sayings to use whenever they fit: "“How so?” · “Go on” · “And then?”"."""

_SCALE_POINT = re.compile(r"\d{1,2}\s*(?:[-–—=]|:(?=\s))\s*[^\W\d_]")


_OPTION = compiled("", "option", "branch")
_OPTION_WORDS = 4


def answer_options(lines: Sequence[DocumentLine], above: Sequence[int | None]) -> set[int]:
    """The numbers of lines that are answers to choose from: "1 - not at all", or below a question "Daily", "Never"."""
    found = set()
    below: dict[int, list[DocumentLine]] = {}
    for line, owner in zip(lines, above, strict=True):
        words = line.block.labelled if line.block.form in ("decimal", "") else line.text
        point = len(words.split()) <= 2 * _FEW_WORDS and _SCALE_POINT.match(words) is not None
        if point and line.hint in ("", "probe") and not (line.told or line.asks):
            found.add(line.number)
        elif line.hint or line.told:
            below[-1 if owner is None else owner] = []
        elif owner is not None and lines[owner].asks and not line.asks and len(line.text.split()) <= _OPTION_WORDS:
            below.setdefault(owner, []).append(line)
    for own in below.values():
        if len(own) > 1 and all(_OPTION.fullmatch(line.text.strip(" .")) for line in own):
            found |= {line.number for line in own}
    return found


_WHENS = frozenset("hvis dersom når viss if when suppose imagine tenk".split())
_ONWARD = frozenset("then and also additionally specifically og så også deretter och sen och dann und".split())


_THIS = frozenset("dette disse this these that those detta dies".split())
_ASKS_ON = frozenset("eller or oder evt eventuelt".split())


def is_said(line: DocumentLine) -> bool:
    """Whether a line asks nothing and is whole sentences: said to the informant, and no keyword to ask about."""
    text = line.text
    if line.asks or has_question(text):
        return False
    several = len(sentences(text)) > 1 and text.endswith((".", "!"))
    return speaks_of_myself(text) or (several and line.block.form not in ("decimal", "named"))


def _mostly_tells(text: str) -> bool:
    """Whether fewer than half of several sentences ask."""
    found = sentences(text)
    return len(found) > 1 and 2 * sum(map(has_question, found)) < len(found)


def silent_lists(lines: Sequence[DocumentLine]) -> set[int]:
    """The lines of counted lists in which nothing asks, among others that ask: answers, steps, a legend."""
    lists: list[list[DocumentLine]] = []
    last = 0
    for line in lines:
        block = line.block
        if line.hint or line.told or block.form != "decimal" or steps(block.label, block.form) != 1:
            continue
        own = int(re.sub(r"\D", "", block.label))
        if own <= last or not lists:
            lists.append([])
        lists[-1].append(line)
        last = own
    silent = [one for one in lists if len(one) > 1 and not any(line.asks or has_question(line.text) for line in one)]
    return {line.number for one in silent for line in one} if len(silent) < len(lists) else set()


def asks_on(line: DocumentLine) -> bool:
    """Whether a word that may lead into probes is one itself, in a list or a cell of probes: "Examples"."""
    text = line.text
    lead = probe_lead(text)
    if lead is None or lead[1] or text.endswith(":") or column_named(text) == "probe":
        return False
    return line.hint == "probe" or (not line.hint and line.block.form == "bullet" and line.block.kind == "item")


def is_afterthought(line: DocumentLine) -> bool:
    """Whether a line only asks on about the question before it: "Why?", "Can you give an example?"."""
    text = line.text.strip(" ?.!()")
    if not line.asks or line.block.form not in ("", "bullet", "letter", "roman"):
        return False
    if re.search(r"\b(?:else|annet|anna|andre|mer|meir|other)\b", text, re.IGNORECASE):
        return False
    bare = all(word.casefold() in _BARE for word in text.split())
    return bare or first_word(text) in _ASKS_ON or _AGAIN.fullmatch(text) is not None


_TOPIC = re.compile(r"^(?P<lead>[^:?.!,;\"“«(\[]{2,60}):\s+(?=\S)")
_BRACKETS = re.compile(r"\s*(?P<note>\[[^\[\]]{3,300}\]|\([^()]{3,300}\))")
_ROOM = re.compile(r"[\s:]*(?:_{3,}|\.{6,}|…{3,})[\s._…]*$")
_FEWEST_NOTE_WORDS = 2  # words of a note
_PROMPTS = re.compile(
    r"\W*(?:[\w-]+ )?(?:prob|prompt|follow|oppfølg|oppfylg|stikkord|cue|keyword|nøkkelord)", re.IGNORECASE
)
_TOPIC_WORDS = 4
_PAIRS = {'"': '"', "“": "”", "«": "»", "„": "“", "”": "”", "'": "'", "‘": "’"}


def plain_quotes(text: str) -> str:
    """A wording without the quotation marks that enclose all of it."""
    bare = text.strip()
    shut = _PAIRS.get(bare[:1])
    if shut is None or len(bare) < 3:
        return bare
    end = bare[-1]
    if end == shut and bare[0] not in bare[1:-1] and end not in bare[1:-1]:
        return bare[1:-1].strip()
    return bare


def trim_wording(question: QuestionDraft, draft: GuideDraft, targets: Targets) -> None:
    """Take out of a wording what is said about it, each piece accounted for."""
    text = " ".join(question.ask.split())
    mark = optional_mark(text)
    if mark:
        text = " ".join(text.replace(mark, " ", 1).split()).lstrip(":–- ")
        if text.count(")") > text.count("("):
            text = text.rstrip(") ")
        question.optional = True
        draft.leave(question.line, "mark", mark)
    if draft.starred and re.search(r"\w[?.!\"”»)]*\s?\*+$", text):
        text = text.rstrip("* ")
        question.optional = True
        draft.leave(question.line, "mark", "*")
    text, tag, ids = targets.tag(text)
    if ids:
        question.serves = ids
        draft.leave(question.line, "mark", tag)
    text = _take_probes(question, draft, _take_minutes(question, draft, text))
    text = without_notes(question.line, question, text)
    text = without_fields(question.line, draft, text)
    inner = inside_brackets(text)
    if inner and asks(inner):
        text = inner
        question.optional = True
        question.doubt("optional_brackets")
    text = _take_topic(question, draft, text)
    question.ask = plain_quotes(text) or question.ask
    slot = open_slot(question.ask)
    if slot:
        question.doubt("slot", text=slot)


def _take_probes(question: QuestionDraft, draft: GuideDraft, text: str) -> str:
    """Probes behind a question, "[prompts: cost; time]" or "Follow-up: Why?", are its probes."""
    found = next((one for one in _BRACKETS.finditer(text) if not text[one.end() :].strip(" .")), None)
    lead = probe_lead(found["note"][1:-1]) if found is not None else None
    if found is None:
        found = next((one for one in _NEXT.finditer(text) if probe_lead(text[one.end() :])), None)
        lead = probe_lead(text[found.end() :]) if found is not None else None
    if found is None or lead is None or not lead[1] or not _PROMPTS.match(lead[0]):
        return text
    draft.leave(question.line, "structure", lead[0])
    pieces, joins = split_probes(lead[1], led=True)
    question.probes += [ProbeDraft(piece, question.line) for piece in pieces]
    for join in joins:
        draft.leave(question.line, "structure", join)
    return text[: found.start()].rstrip()


def without_notes(line: DocumentLine, question: QuestionDraft, text: str) -> str:
    """A wording without the notes to the interviewer that stand in brackets in it; they go where notes are kept."""
    for found in reversed(list(_BRACKETS.finditer(text))):
        before, after = text[: found.start()].rstrip(), text[found.end() :]
        ended = not after.strip(" .") and before.endswith(("?", ".", "!", "…", '"', "”", "»"))
        square = found["note"].startswith("[")
        inner = found["note"][1:-1].strip()
        noted = note_lead(inner) or (square and ended and _tells(inner))
        if noted and before and (square or not after.strip(" .")) and not optional_mark(found["note"]):
            question.aim.insert(0, PlacedText(line, found["note"]))
            text = f"{before}{after.rstrip(' .')}" if not after.strip(" .") else f"{before} {after.lstrip()}"
    return text


def _tells(text: str) -> bool:
    """Whether words in square brackets after a question are meant for whoever asks it."""
    return len(text.split()) >= _FEWEST_NOTE_WORDS and not has_question(text) and not is_placeholder(text)


def without_fields(line: DocumentLine, draft: GuideDraft, text: str) -> str:
    """A wording without the room for an answer behind it: "How long? ______"."""
    found = _ROOM.search(text)
    if found is None or not asks(text[: found.start()]):
        return text
    draft.leave(line, "form", found[0].strip())
    return text[: found.start()].rstrip()


def _take_minutes(question: QuestionDraft, draft: GuideDraft, text: str) -> str:
    timed = minutes_in(text)
    if timed is None or not timed[0].startswith(("(", "[")):
        return text
    if not text.rstrip(" .:").endswith(timed[0].rstrip(" .:")):
        return text
    question.minutes = timed[1]
    draft.leave(question.line, "minutes", timed[0])
    return text[: text.rindex(timed[0])].rstrip()


def _take_topic(question: QuestionDraft, draft: GuideDraft, text: str) -> str:
    """A topic before the question's own words, "Motivation: What …?", is its label on the screen."""
    found = _TOPIC.match(text)
    if found is None or len(found["lead"].split()) > _TOPIC_WORDS or len(found["lead"]) > SHORT_LIMIT:
        return text
    rest = text[found.end() :]
    if not asks(rest) or asks(found["lead"]) or probe_lead(text) or condition(text) or not rest[:1].isupper():
        return text
    question.short = found["lead"].strip()
    question.doubt("topic_as_label", text=question.short)
    draft.leave(question.line, "topic", found[0].strip())
    return rest


_MOST_ITEM_WORDS = 4  # words of one item between commas
_FEWEST_ITEMS = 3  # items between commas without a word that announces a list
_NEXT = re.compile(r"(?<=[?？])[\"'”»)]*\s+(?=[\"'“«(]?\w)")
_ET_CETERA = re.compile(r"(?:etc|osv|o\.?l|m\.?m|m\.?v|and so on|og så videre|with more)\.?", re.IGNORECASE)
_AND = re.compile(r"(?:og|eller|samt|and|or)\s+", re.IGNORECASE)
_PAIR = re.compile(r"(?P<first>[\w-]+) (?P<and>og|and|samt) (?P<second>[\w-]+)", re.IGNORECASE)


def split_probes(text: str, *, led: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A line's probes, and the words between them that are in none; ``led`` says that a word announced them.

    They are told apart by semicolons and question marks, and by commas where every item is a few words.
    """
    for pieces in (_by_semicolons(text), _by_questions(text)):
        if len(pieces) > 1:
            return pieces, ()
    if has_question(text) or (asks(text) and not led):
        return (text,), ()
    return _by_commas(text, led=led)


def _by_semicolons(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in _cut(text, ";") if any(map(str.isalnum, piece)))


def _by_questions(text: str) -> tuple[str, ...]:
    pieces = tuple(piece.strip() for piece in _NEXT.split(text))
    outside = all(piece.count("(") == piece.count(")") for piece in pieces)
    return pieces if outside and all(map(has_question, pieces)) else (text,)


def _by_commas(text: str, *, led: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    items = _cut(text.rstrip(" ."), ",")
    joins: tuple[str, ...] = ()
    if len(items) > 1 and _ET_CETERA.fullmatch(items[-1]):
        items[-2:] = [f"{items[-2]}, {items[-1]}"]
    last = _AND.match(items[-1])
    if last is not None and len(items) > 1:
        items[-1], joins = items[-1][last.end() :], (last[0].strip(),)
    pair = _PAIR.fullmatch(items[-1]) if len(items) > 1 and not joins else None
    if pair is not None:
        items[-1:], joins = [pair["first"], pair["second"]], (pair["and"],)
    short = all(0 < len(item.split()) <= _MOST_ITEM_WORDS and any(map(str.isalnum, item)) for item in items)
    if not short or len(items) < (2 if led else _FEWEST_ITEMS):
        return (text,), ()
    return tuple(items), joins


def _cut(text: str, sign: str) -> list[str]:
    """A text cut at a sign that stands outside brackets and quotation marks."""
    items, depth = [""], 0
    for place, character in enumerate(text):
        depth += (character in "([«“„") - (character in ")]»”")
        inside = text[place - 1 : place].isdecimal() and text[place + 1 : place + 2].isdecimal()
        if character == sign and depth <= 0 and not inside:
            items.append("")
        else:
            items[-1] += character
    return [item.strip() for item in items]


_BRANCH_AT_END = re.compile(
    r"(?P<asked>.*\?)\s+(?:(?:hvis|viss|dersom|om|if|falls|wenn|als)\s+)?"
    r"(?P<what>ja|nei|yes|no|jo|nej|nein|oui|non|sí|nee|so|så|not|ikke)\s*:\s*",
    re.IGNORECASE,
)


def branch_at_end(text: str) -> tuple[str, str, str]:
    """A question without the condition that ends its line, "… makers? Yes:", those words, and what they say."""
    found = _BRANCH_AT_END.fullmatch(text) if len(text) < LONGEST_TEXT else None
    return (text, "", "") if found is None else (found["asked"], text[found.end("asked") :].strip(), found["what"])
