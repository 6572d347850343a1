"""ATLAS.ti's focus group coding: a paragraph begins with ``@code:``.

A paragraph has one code there, so an entry about several questions stands once under each.
"""

import re
from collections.abc import Sequence

from interviews.coding.model import Codebook, CodedInterview
from interviews.coding.writing import CodedFiles, CodedFormat, CodingLabels, Desk, stamp

_LIKE_A_CODE = re.compile(r"@[^\s:]{1,63}:")


def write_atlas(interviews: Sequence[CodedInterview], _codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """A text an interview; quotations, follow-ups and turns have a code of their own under each question."""
    desk = Desk(labels)
    for interview in interviews:
        lines: list[str] = []
        for entry in interview.entries:
            ref = f"{interview.code}:{entry.ref}"
            words = desk.one_line(entry, ref)
            plain, kinds = entry.kind == "note" and entry.follow_up is None, " ".join(desk.kinds(entry))
            codes = [id if plain else f"{id} {kinds}" for id in entry.about]
            codes = codes or [labels.no_question if plain else kinds]
            if len(codes) > 1:
                desk.name("repeated", ref)
            for code in codes:
                told = " ".join((words, *(f"#{tag}" for tag in entry.added)))
                before = f"@{code}: {stamp(entry)}"
                lines.append(f"{before}{told}" if told else before.rstrip())
                if _LIKE_A_CODE.search(words):
                    desk.name("like_a_code", f"{interview.code}.txt:{2 * len(lines) - 1}")
        desk.files[f"{interview.code}.txt"] = "".join(f"{line}\n\n" for line in lines).encode()
    return desk.done()


ATLAS = CodedFormat("atlas", write_atlas)
