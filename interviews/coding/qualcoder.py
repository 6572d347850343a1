"""QualCoder's speakers: ``[00:12:03] [B7; B; quotation] words``.

One turn a line, coded with everything in the second pair of brackets (*Mark speakers*, ``[Name]``, with the filter for
time stamps).
"""

import re
from collections.abc import Sequence

from interviews.coding.model import LONGEST_NAME, Codebook, CodedInterview, Entry
from interviews.coding.writing import CodedFiles, CodedFormat, CodingLabels, Desk, stamp

_TIME = re.compile(r"(?<![0-9:.])[0-9]?[0-9]:[0-9][0-9](?![0-9])|\[[0-9]?[0-9]\.[0-9][0-9](?:\.[0-9][0-9])?\]")
"""What the filter takes for a time stamp, and cuts out of what is coded."""

_LIKE_A_CODE = re.compile(rf"\s*\[[^\]]{{1,{LONGEST_NAME}}}\]")
"""Brackets right behind ours are one more code to QualCoder 4, and cut out of what is coded: ``[ler] ja``."""


def write_qualcoder(interviews: Sequence[CodedInterview], codebook: Codebook, labels: CodingLabels) -> CodedFiles:
    """A text an interview, without a byte order mark."""
    desk = Desk(labels)
    for interview in interviews:
        lines: list[str] = []
        for entry in interview.entries:
            ref = f"{interview.code}:{entry.ref}"
            words = desk.one_line(entry, ref)
            before = f"{stamp(entry)}[{_codes(entry, codebook, desk, ref)}]"
            lines.append(f"{before} {words}" if words else before)
            if _LIKE_A_CODE.match(words):
                desk.name("like_a_code", f"{interview.code}.txt:{len(lines)}")
            if _TIME.search(words):
                desk.name("like_a_time", f"{interview.code}.txt:{len(lines)}")
        desk.files[f"{interview.code}.txt"] = "".join(f"{line}\n" for line in lines).encode()
    return desk.done()


def _codes(entry: Entry, codebook: Codebook, desk: Desk, ref: str) -> str:
    """The codes in the brackets, as many as QualCoder reads there."""
    targets = [target.id for target in codebook.targets(entry.about)]
    codes = [*entry.about, *targets, *desk.kinds(entry), *(f"#{tag}" for tag in entry.tags)]
    while len("; ".join(codes)) > LONGEST_NAME:
        codes.pop()
        desk.name("codes_cut", ref)
    return "; ".join(codes)


QUALCODER = CodedFormat("qualcoder", write_qualcoder)
