"""Compiles the catalogues of sentences, at the set-up and when the wheel is built."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Writes each catalogue's ``.mo`` beside its ``.po``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them; the wheel then takes them as artifacts, an editable install finds them in place."""
        sys.path.insert(0, self.root)
        try:
            compile_catalogues()
        finally:
            sys.path.remove(self.root)


def compile_catalogues() -> None:
    """Write what is read at a start; the project must be what is imported."""
    from tui.catalogue import LOCALE, compile_catalogue

    for text in LOCALE.glob("*/LC_MESSAGES/*.po"):
        text.with_suffix(".mo").write_bytes(compile_catalogue(text.read_text(encoding="utf-8")))
