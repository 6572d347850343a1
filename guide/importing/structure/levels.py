"""Main questions and probes within one part of a document, told apart by how deep each line stands."""

import re
from collections.abc import Sequence

from guide.importing.blocks import Block
from guide.importing.drafts import Doubt, GuideDraft, Piece, ProbeDraft, QuestionDraft, shown
from guide.importing.structure.lines import Line, compared, leads
from guide.importing.structure.research import Targets
from guide.importing.words.asking_on import WATCH, afterthought
from guide.importing.words.gaps import is_placeholder, is_slot
from guide.importing.words.leads import arrow, condition, minutes_in, note_lead, optional_title, probe_lead
from guide.importing.words.prompts import listed, may_list
from guide.importing.words.texts import addresses, first_word, unbracketed
from guide.importing.words.trimming import plain_quotes, trim, without_fields, without_notes
from guide.importing.words.wording import asks, is_fill_in
from guide.values import Value

_JUMP = re.compile(
    r"\b(?:gå (?:videre )?til|hopp (?:over|til)|skip|go to|proceed to|continue (?:to|with)|jump to|move on)\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"(?:ja|nei|ikke|så|jo|nej|yes|no|not|so|applicable|relevant|aktuelt)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:(?i:interviewers?|intervjuer|moderator|int)|I|M)\s*:\s+")
_MAIN = re.compile(
    r"(?:hoved(?:spørsmål|spm)|main question|key question|(?:intervju)?spørsmål|(?:interview )?question"
    r"|åpningsspørsmål"
    r"|opening question|inngangsspørsmål|kjernespørsmål)\s*\d{0,2}\s*[:–-]\s+",
    re.IGNORECASE,
)
_FEW_WORDS = 5
_MOST_WORDS = 9


class Asked(Value):
    """What came of a part: its questions, and what was said to the interviewer before the first of them."""

    questions: tuple[QuestionDraft, ...]
    before: tuple[Line, ...]


class Levels:
    """One part's lines as they go by.

    ``numbered`` is the indentation at which the document's numbers run on: a line with a number of the first order
    there is a main question, whatever stands before it.
    """

    def __init__(self, draft: GuideDraft, targets: Targets, *, numbered: float | None = None) -> None:
        self._draft = draft
        self._targets = targets
        self._numbered = numbered
        self.questions: list[QuestionDraft] = []
        self.before: list[Line] = []
        self._stack: list[tuple[Block, int]] = []
        self._label: Block | None = None
        self._condition: tuple[str, Block] | None = None
        self._told: Line | None = None
        self._optional: Block | None = None
        self._statement: Line | None = None

    def read(self, lines: Sequence[Line]) -> Asked:
        """The part's questions."""
        for line in lines:
            self._line(line)
        return Asked(tuple(self.questions), tuple(self.before))

    def _line(self, line: Line) -> None:
        text = line.text
        if line.hint == "minutes" or (self.questions and not line.hint and minutes_in(text, alone=True)):
            self._minutes(line)
        elif line.hint == "label":
            self._draft.leave(line, "structure")
        elif is_fill_in(text) and not line.asks:
            self._draft.leave(line, "form")
        elif (is_placeholder(text) or is_slot(text)) and not line.asks:
            self._draft.leave(line, "placeholder")
        elif not line.asks and not line.hint and len(text.split()) <= _MOST_WORDS and optional_title(text):
            self._optional = line.block
            self._draft.leave(line, "mark")
        elif line.hint == "serves" or (self.questions and not line.hint and self._targets.named_by(text)):
            self._serves(line)
        elif line.hint in ("note", "cell"):
            self._note(line)
        elif line.hint == "probe" and self.questions:
            self._probe(line, text)
        else:
            self._words(line, text)

    def _words(self, line: Line, text: str) -> None:
        skipped = arrow(text)
        speaker = _SPEAKER.match(text) or _MAIN.match(text)
        if skipped and self.questions:
            self._draft.leave(line, "structure", text[:skipped])
            self._led(line, text[skipped:], inner=True)
        elif speaker is not None and asks(text[speaker.end() :]):
            self._draft.leave(line, "structure", speaker[0])
            self._by_depth(line, text[speaker.end() :])
        else:
            self._led(line, text, inner=False)

    def _led(self, line: Line, text: str, *, inner: bool) -> None:
        lead = probe_lead(text)
        if lead is not None and (self.questions or lead[1]):
            self._labelled(line, *lead)
            return
        branch = condition(text)
        if branch is not None and self._branch(line, branch, inner=inner):
            return
        if self._is_note(line):
            self._note(line)
        elif inner:
            self._add_probe(line, text)
        else:
            self._by_depth(line, text)

    def _labelled(self, line: Line, lead: str, rest: str) -> None:
        self._draft.leave(line, "structure", f"{line.block.label} {lead}".strip())
        if lead[:1] in "([" and rest[-1:] in tuple(")]"):
            rest = rest[:-1].rstrip()
        self._label = line.block
        self._condition = None
        if rest and is_placeholder(rest):
            self._draft.leave(line, "placeholder", rest)
        elif rest and self.questions:
            self._add_probes(line, rest, led=True)
        elif rest:
            self._question(line, rest)
            self._label = None

    def _branch(self, line: Line, branch: tuple[str, str, str], *, inner: bool) -> bool:
        """A line that begins with a condition; False when it is a question of its own all the same."""
        lead, what, rest = branch
        short = _YES_NO.match(what) is not None
        if not self.questions or not (short or inner or not rest or self._deeper(line)):
            return False
        if _JUMP.search(rest) or (not rest and _JUMP.search(what)):
            return False
        if rest and not asks(rest) and (len(rest.split()) > _MOST_WORDS or unbracketed(line.text)):
            return False
        if rest:
            self._draft.leave(line, "condition", lead)
            self._add_probe(line, rest, what)
        else:
            self._draft.leave(line, "structure", lead)
            self._condition = (what, line.block)
            self._told = line
        return True

    def _deeper(self, line: Line) -> bool:
        return bool(self._stack) and compared(line.block, self._stack[0][0]) > 0

    def _is_note(self, line: Line) -> bool:
        if note_lead(line.text):
            return True
        if line.asks or self._leads(line):
            return False
        return bool(unbracketed(line.text)) or (line.block.italic and line.block.kind != "item")

    def _leads(self, line: Line) -> bool:
        """Whether a line has a number of the first order in a document whose numbers run on."""
        return leads(line.block, self._numbered)

    def _note(self, line: Line) -> None:
        if self.questions:
            self.questions[-1].aim.append(Piece(line, shown(line)))
        else:
            self.before.append(line)

    def _by_depth(self, line: Line, text: str) -> None:
        asked = asks(text)
        if not asked and self._prose(line):
            return
        told = self._statement
        if not asked and told is not None and not self._stack and compared(line.block, told.block) > 0:
            self._note(line)
            return
        depth = self._depth(line)
        if (depth == 0 and self.questions and afterthought(line)) or (
            depth == 0 and self.questions and not asked and not self._leads(line) and len(text.split()) <= _FEW_WORDS
        ):
            self._add_probe(line, text)
            self.questions[-1].doubt("afterthought", text=text)
        elif depth == 0:
            self._condition = None
            self._label = None
            self._question(line, text)
        elif not asked and first_word(text) in WATCH:
            self._note(line)
        elif asked or len(text.split()) <= 2 * _MOST_WORDS or line.block.kind == "item":
            self._add_probe(line, text)
        else:
            self._note(line)

    def _prose(self, line: Line) -> bool:
        """A paragraph that asks nothing: for the interviewer's eyes, or, if it is short, words to remember."""
        if line.block.kind == "item" or line.hint == "question":
            return False
        words = len(line.text.split())
        short = words <= _MOST_WORDS and not line.text.endswith((".", "!", ":")) and not addresses(line.text)
        if self.questions and short:
            self._add_probe(line, line.text)
            return True
        self._statement = line
        self._note(line)
        return True

    def _depth(self, line: Line) -> int:
        block = line.block
        if self._leads(line):
            self._label = self._condition = None
            self._stack = [(block, 0)]
            return 0
        if self._label is not None and self.questions:
            if compared(block, self.questions[-1].line.block) != 0:
                return 1
            self._label = None
        same = [place for place, (old, _) in enumerate(self._stack) if compared(block, old) == 0]
        if same:
            depth = self._stack[same[-1]][1]
            del self._stack[same[-1] :]
        else:
            while self._stack and compared(block, self._stack[-1][0]) < 0:
                self._stack.pop()
            depth = self._stack[-1][1] + 1 if self._stack else 0
        self._stack.append((block, depth))
        if self._condition is not None and compared(block, self._condition[1]) <= 0:
            self._condition = None
        return depth

    def _probe(self, line: Line, text: str) -> None:
        """A cell of the column of probes."""
        lead = probe_lead(text)
        if lead is not None:
            self._draft.leave(line, "structure", lead[0])
            text = lead[1]
        branch = condition(text)
        if branch is not None and branch[2]:
            self._draft.leave(line, "condition", branch[0])
            self._add_probe(line, branch[2], branch[1])
        elif text:
            self._add_probes(line, text, led=lead is not None)

    def _add_probes(self, line: Line, text: str, *, led: bool) -> None:
        """One probe or several in a row: "Prompts: cost, time"."""
        pieces, joins = listed(text, led=led)
        for piece in pieces:
            self._add_probe(line, piece, alone=len(pieces) == 1)
        for join in joins:
            self._draft.leave(line, "structure", join)
        if len(pieces) == 1 and may_list(text, led=led):
            self.questions[-1].probes[-1].doubts.append(Doubt("several_in_probe"))

    def _add_probe(self, line: Line, text: str, when: str | None = None, *, alone: bool = True) -> None:
        if when is None and self._condition is not None:
            when = self._condition[0]
            self._draft.kept_as("condition", self._told)
        question = self.questions[-1]
        text = without_fields(line, self._draft, without_notes(line, question, text))
        question.probes.append(ProbeDraft(plain_quotes(text) if alone else text, line, when))

    def _question(self, line: Line, text: str) -> None:
        question = QuestionDraft(text, line)
        trim(question, self._draft, self._targets)
        if not asks(text):
            question.doubt("no_question")
        question.optional = question.optional or self._optional is not None
        self.questions.append(question)

    def _serves(self, line: Line) -> None:
        ids = self._targets.named_by(line.text)
        near = [one for one in self.questions if one.line.row == line.row] if line.row else self.questions[-1:]
        if ids and near:
            for question in near:
                question.serves = ids
            self._draft.leave(line, "mark")
        else:
            self._note(line)

    def _minutes(self, line: Line) -> None:
        found = minutes_in(line.text) or minutes_in(f"{line.text} min", alone=True)
        near = [one for one in self.questions if one.line.row == line.row] if line.row else self.questions[-1:]
        if found is not None and len(near) == 1 and near[0].minutes is None:
            near[0].minutes = found[1]
            self._draft.leave(line, "minutes")
        else:
            self._note(line)
