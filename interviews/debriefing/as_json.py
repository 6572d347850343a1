"""A debrief in the shape that ``review --json`` promises to other programs; what nobody measured is null."""

from interviews.debriefing import Debrief, Talk, Waits


def debrief_json(found: Debrief) -> dict[str, object]:
    """Waits and times in seconds, shares in percent of the speech that was measured, moves and signs in ticks."""
    return {
        "observed": found.observed,
        "aligned": found.aligned,
        "keyless": found.keyless if found.watched else None,
        "forgotten": found.forgotten if found.watched else None,
        "wait1": _waits_json(found.wait1),
        "wait2": _waits_json(found.wait2),
        "talk": _talk_json(found.talk),
        "moves": None if found.moves is None else dict(found.moves),
        "signs": None if found.signs is None else dict(found.signs),
        "remarks": [{"t": remark.t, "text": remark.text} for remark in found.remarks] if found.watched else None,
    }


def _waits_json(waits: Waits | None) -> dict[str, object] | None:
    if waits is None:
        return None
    return {
        "n": waits.n,
        "median": waits.median,
        "long": waits.long,
        "share": waits.share,
        "seconds": list(waits.seconds),
    }


def _talk_json(talk: Talk | None) -> dict[str, object] | None:
    if talk is None:
        return None
    return {
        "interviewer": {"seconds": talk.interviewer, "share": talk.interviewer_share},
        "informant": {"seconds": talk.informant, "share": talk.informant_share},
        "silence": {"seconds": talk.silence},
    }
