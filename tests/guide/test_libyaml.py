"""PyYAML as it is imported here: quicker, and otherwise as it always is."""

import copy
import re
from typing import Any

import pytest

from guide.libyaml import yaml

TEXT = "title: «Åpning» & slutt\nwhen: 2026-11-29\nnumbers: [1, 0x1F, 1_000, 2.5e3, yes, ~]\nlike: &a {b: c}\nas: *a\n"


def test_patterns_are_made_ready_as_ever_once_it_is_imported() -> None:
    assert re.compile.__module__ == "re"
    assert isinstance(re.compile("a"), re.Pattern)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.FullLoader])
def test_the_loaders_that_are_written_in_python_read_as_that_of_libyaml(loader: Any) -> None:
    assert yaml.load(TEXT, loader) == yaml.load(TEXT, yaml.CSafeLoader)
    with pytest.raises(yaml.YAMLError, match="special characters"):
        yaml.load("a: \x07", loader)


def test_a_pattern_that_waits_can_be_copied() -> None:
    waiting = yaml.reader.Reader.NON_PRINTABLE
    assert [found.start() for found in copy.copy(waiting).finditer("a\x07")] == [1]
