"""Which faults can be believed when a guide was read on behind a fault in its YAML."""

from collections.abc import Iterable, Iterator

from guide.problems import Fault, Problem

_NEED_THE_WHOLE = frozenset(
    {
        Fault.NO_TITLE,
        Fault.NO_QUESTIONS,
        Fault.MISSING_KEY,
        Fault.UNSERVED,
        Fault.UNSERVED_PART,
        Fault.UNKNOWN_TARGET,
        Fault.UNKNOWN_TARGET_NEAR,
        Fault.NO_TARGETS,
        Fault.UNKNOWN_LEAN,
        Fault.UNKNOWN_LEAN_NEAR,
        Fault.UNKNOWN_CONCEPT,
        Fault.UNKNOWN_CONCEPT_NEAR,
        Fault.AUTOMATIC_ID_TAKEN,
        Fault.AUTOMATIC_ID_FORM,
        Fault.ID_TAKEN_BY_AUTOMATIC,
        Fault.CIRCULAR,
    }
)
_EMPTY = frozenset({Fault.EMPTY_TEXT, Fault.EMPTY_WORDING, Fault.EMPTY_ITEM})


def believed(problems: Iterable[Problem], mended: frozenset[int], *, whole: bool) -> Iterator[Problem]:
    """The problems that would be there without the faults of the YAML too.

    ``mended`` are the lines that were not read as they stand; ``whole`` says that nothing was left out.
    """
    for problem in problems:
        if problem.line in mended or (not whole and problem.code in _NEED_THE_WHOLE):
            continue
        if problem.code in _EMPTY and problem.line + 1 in mended:
            continue
        yield problem
