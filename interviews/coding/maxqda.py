"""MAXQDA's structured documents: one file, a document an interview, stretches that arrive coded."""

import re
from collections.abc import Sequence

from interviews.coding.model import Codebook, CodedInterview
from interviews.coding.writing import CodedFiles, CodedFormat, CodingLabels, Desk, stamp
from interviews.marks.rtf import escape_rtf, rtf_document

_KEYWORD = re.compile(r"#(?:TEXT|CODE|ENDCODE)")


def write_maxqda(interviews: Sequence[CodedInterview], codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """Every interview in one RTF; nothing stands between a keyword and its name."""
    desk = Desk(labels)
    lines: list[str] = []
    for interview in interviews:
        lines.append(f"#TEXT{interview.code}")
        for entry in interview.entries:
            ref = f"{interview.code}:{entry.ref}"
            found = (codebook.code(id) for id in entry.about)
            codes = [code.name for code in found if code is not None] or [labels.no_question]
            codes += [*desk.kinds(entry), *(f"{labels.tag} {tag}" for tag in entry.tags)]
            words = desk.one_line(entry, ref)
            lines += [f"#CODE{code}" for code in codes]
            lines.append(f"{stamp(entry)}{words}")
            if _KEYWORD.search(words):
                desk.name("keyword", f"coded-maxqda.rtf:{len(lines)}")
            lines += ["#ENDCODE"] * len(codes)
    desk.files["coded-maxqda.rtf"] = rtf_document(escape_rtf(line) for line in lines)
    return desk.done()


MAXQDA = CodedFormat("maxqda", write_maxqda)
