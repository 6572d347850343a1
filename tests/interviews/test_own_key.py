"""The user's own key is long, private, kept, and made anew where it was cut short."""

import os
import stat
from pathlib import Path

import pytest

from interviews.own_key import own_key


def test_the_key_is_private_and_stays_and_one_that_was_cut_short_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = tmp_path / "intervjuguide" / "key"
    first = own_key()
    assert (len(first), path.read_bytes(), own_key()) == (64, first, first)
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for left in (b"", first[:10]):
        path.write_bytes(left)
        anew = own_key()
        assert len(anew) == 64
        assert anew not in (left, first)
        assert own_key() == anew
