"""The last lines of a guide: thanks, and the questions that only ask what was forgotten."""

from guide.importing.drafts import GuideDraft, Piece
from guide.importing.structure.frame import CATCH_ALL, THANKS, is_source


def settle_ending(draft: GuideDraft) -> None:
    """Thanks at the very end come after; questions that only ask what was forgotten are the closing."""
    if draft.questions and not draft.after:
        last_asked = draft.questions[-1]
        thanks = next((at for at, piece in enumerate(last_asked.aim) if THANKS.search(piece.text)), None)
        if thanks is not None:
            said = [piece.line for piece in last_asked.aim[thanks:]]
            draft.after = [Piece(line, line.text) for line in said if not is_source(line)]
            for line in filter(is_source, said):
                draft.leave(line, "source")
            last_asked.aim = last_asked.aim[:thanks]
    if draft.closing or not draft.sections:
        return
    last = draft.sections[-1]
    place = len(last.questions)
    while place > 0 and CATCH_ALL.search(last.questions[place - 1].ask):
        place -= 1
    if place == len(last.questions) or (place == 0 and len(draft.sections) == 1):
        return
    for question in last.questions[place:]:
        question.doubt("closing_by_words")
    draft.closing = last.questions[place:]
    last.questions = last.questions[:place]
    if not last.questions:
        draft.sections.pop()
        draft.leave_whole(last.head, "heading")
