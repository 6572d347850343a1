"""A recorder's own marks in a WAV file: cue points and their labels, read from the file as it came.

Any copy, by whatever program, loses them.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from guide.frozen import Value

_MOST = 16_000_000
"""No list of marks is longer, in bytes; a longer chunk is passed over."""


class CuePoint(Value):
    """A mark of the recorder: where, in seconds of the file, and what it is called, perhaps nothing."""

    seconds: float
    label: str


class NoWavError(ValueError):
    """It is no WAV file."""


def read_cue_points(file: BinaryIO) -> tuple[CuePoint, ...]:
    """The marks in order of time; none where the recorder has put none there.

    Raises:
        NoWavError: it does not begin as a WAV file does, or says nothing of its sample rate.
    """
    head = file.read(12)
    if len(head) < 12 or head[:4] not in (b"RIFF", b"RF64") or head[8:] != b"WAVE":
        raise NoWavError
    rate, points, labels = 0, dict[int, int](), dict[int, str]()
    for name, data in _chunks(file):
        if name == b"fmt " and len(data) >= 8:
            rate = struct.unpack_from("<I", data, 4)[0]
        elif name == b"cue " and len(data) >= 4:
            count = min(struct.unpack_from("<I", data)[0], (len(data) - 4) // 24)
            for place in range(count):
                id, *_, sample = struct.unpack_from("<II4sIII", data, 4 + 24 * place)
                points[id] = sample
        elif name == b"LIST" and data[:4] == b"adtl":
            labels |= dict(_labels(data[4:]))
    if not rate:
        raise NoWavError
    found = (CuePoint(round(sample / rate, 3), labels.get(id, "")) for id, sample in points.items())
    return tuple(sorted(found, key=lambda point: point.seconds))


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks that may tell of marks, whole; the sound itself is passed over."""
    while len(head := file.read(8)) == 8:
        name, length = struct.unpack("<4sI", head)
        if name in (b"fmt ", b"cue ", b"LIST") and length <= _MOST:
            yield name, file.read(length)
            file.seek(length % 2, 1)
        elif length == 0xFFFFFFFF:  # the sound of a file over 4 GB; its length stands elsewhere, and nothing after it
            return
        else:
            file.seek(length + length % 2, 1)


def _labels(data: bytes) -> Iterator[tuple[int, str]]:
    at = 0
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        if name in (b"labl", b"note") and length >= 4:
            (id,) = struct.unpack_from("<I", data, at + 8)
            text = data[at + 12 : at + 8 + length].split(b"\0")[0]
            if text and name == b"labl":
                try:
                    yield id, text.decode("utf-8")
                except UnicodeDecodeError:
                    yield id, text.decode("cp1252", "replace")
        at += 8 + length + length % 2
