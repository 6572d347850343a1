"""What is not to be transcribed, as whoever transcribes looks for it: in the interview, and in each recording."""

from collections.abc import Sequence

from interviews.recorder import Stretch
from tui.stamps import stamp
from tui.words import Words


def withheld_text(spans: Sequence[tuple[float, float]], in_files: Sequence[Sequence[Stretch]], words: Words) -> str:
    """The spans, each with its places in the recordings; ``in_files`` is empty where nothing was recorded."""
    told = []
    for place, (start, end) in enumerate(spans):
        span = f"{stamp(start)}–{stamp(end)}"
        told.append(f"{span} ({_heard(in_files[place], words)})" if in_files else span)
    return ", ".join(told)


def _heard(stretches: Sequence[Stretch], words: Words) -> str:
    if not stretches:
        return words("withheld_unheard")
    return ", ".join(
        words("withheld_heard", number=one.number, start=stamp(one.start), end=stamp(one.end)) for one in stretches
    )
