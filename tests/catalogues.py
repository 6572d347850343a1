"""The catalogues of sentences, brought up to date with the code.

``make words`` finds every sentence that the code says and writes each catalogue anew: a new one has no translation yet,
what nobody says any more is gone. Sorted, without line numbers and dates, so that a diff shows sentences.
"""

import sys
from collections.abc import Sequence
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.sentences import sentences
from tests.sources import ROOT
from tui.catalogue import LOCALE, compile_catalogue, po_file

_HEADER = "# The sentences of intervjuguide. English stands in the code; `make words` brings this up to date with it."
_LEFT_OUT = (
    "Project-Id-Version",
    "Report-Msgid",
    "POT-Creation",
    "PO-Revision",
    "Last-Translator",
    "Language-Team",
    "Gen",
)


def extract() -> Catalog:
    """Every sentence that the code says."""
    found = Catalog(fuzzy=False)
    for context, message in sentences():
        found.add(message, context=context)
    return found


def read(language: str) -> Catalog:
    """The catalogue as it stands."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language)


def update(language: str, found: Catalog) -> None:
    """Write a catalogue with the sentences that were found, translated as before, and compile it."""
    known = read(language) if po_file(language).exists() else Catalog()
    new = Catalog(locale=language, fuzzy=False, header_comment=_HEADER)
    for message in found:
        if message.id:
            before = known.get(message.id, message.context)
            new.add(
                message.id,
                before.string if before is not None and before.pluralizable == message.pluralizable else None,
                flags=before.flags if before is not None else message.flags,
                auto_comments=message.auto_comments,
                user_comments=before.user_comments if before is not None else [],
                context=message.context,
            )
    if any(
        (ROOT / "tui" / "words").glob("*.py")
    ):  # not yet in this form: their sentences stand in the catalogue already
        for message in known:
            if message.id and new.get(message.id, message.context) is None:
                new.add(message.id, message.string, flags=message.flags, context=message.context)
    written = BytesIO()
    write_po(written, new, width=0, no_location=True, sort_output=True)
    lines = written.getvalue().splitlines(keepends=True)
    path = po_file(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        b"".join(line for line in lines if not line.startswith(tuple(f'"{name}'.encode() for name in _LEFT_OUT)))
    )
    path.with_suffix(".mo").write_bytes(compile_catalogue(path.read_text(encoding="utf-8")))


def main() -> int:
    """Bring every catalogue up to date, and say what is not translated."""
    found = extract()
    for language in sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/*.po")):
        update(language, found)
        lacking = [message for message in read(language) if message.id and not all(_texts(message.string))]
        print(f"{language}: {len(read(language))} sentences, {len(lacking)} not translated")
        for message in lacking if language == "nb" else []:
            print(f"    {message.id}")
    return 0


def _texts(said: str | Sequence[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ("",))


if __name__ == "__main__":
    sys.exit(main())
