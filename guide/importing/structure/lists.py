"""The problem statement and the list of research questions at the top of a document."""

from guide.importing.blocks import Block
from guide.importing.drafts import Doubt, GuideDraft, Piece
from guide.importing.structure.front import front_line
from guide.importing.structure.lines import compared
from guide.importing.structure.parts import Part
from guide.importing.structure.research import Targets
from guide.importing.words.gaps import is_placeholder
from guide.importing.words.wording import is_fill_in


def read_problem(part: Part, draft: GuideDraft) -> None:
    """The problem statement under its heading."""
    if part.head is not None:
        draft.leave(part.head, "structure")
    for line in part.lines:
        if draft.problem is None and not is_placeholder(line.text) and not is_fill_in(line.text):
            draft.problem = Piece(line, line.text)
            draft.leave(line, "structure", line.block.label)
        else:
            front_line(line, draft)


def read_research(part: Part, targets: Targets, draft: GuideDraft) -> None:
    """The list of research questions, what stands below one of them as its parts."""
    if part.head is not None:
        draft.leave(part.head, "structure")
    top: Block | None = None
    listed = any(line.asks or line.block.label for line in part.lines)
    for line in part.lines:
        if is_placeholder(line.text):
            draft.leave(line, "placeholder")
        elif top is not None and compared(line.block, top) > 0 and (line.asks or line.block.kind == "item"):
            targets.part_of_last(line)
            draft.leave(line, "structure", line.block.label)
        elif line.asks or line.block.kind == "item" or not listed:
            target = targets.listed(line)
            draft.leave(line, "structure", line.block.label)
            if not line.asks:
                target.doubts.append(Doubt("target_no_question"))
            top = line.block
        else:
            front_line(line, draft)
