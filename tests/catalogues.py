"""The catalogues of sentences, brought up to date with the code.

``make words`` finds every sentence that the code says and writes each catalogue anew: a new one has no translation yet,
what nobody says any more is gone. Sorted, without line numbers and dates, so that a diff shows sentences.
"""

import sys
from collections.abc import Sequence
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from guide.schema import IN_PART
from tests.sentences import sentences
from tui.catalogue import LOCALE, compile_catalogue, po_file
from tui.translator import NORWEGIAN

_HEADER = "# The sentences of intervjuguide. English stands in the code; `make words` brings this up to date with it."
_BEGUN = "\n# Made without a speaker. What one must check is marked; what is not translated is said in English."
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


def text_of(language: str, found: Catalog) -> bytes:
    """A catalogue with the sentences that were found, translated as before."""
    known = read(language) if po_file(language).exists() else Catalog()
    header = _HEADER + (_BEGUN if language in IN_PART else "")
    new = Catalog(locale=language, fuzzy=False, header_comment=header)
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
    written = BytesIO()
    write_po(written, new, width=0, no_location=True, sort_output=True)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(tuple(f'"{name}'.encode() for name in _LEFT_OUT)))


def update(language: str, found: Catalog) -> None:
    """Write a catalogue anew, and compile it."""
    text, path = text_of(language, found), po_file(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    path.with_suffix(".mo").write_bytes(compile_catalogue(text.decode()))


def main(begun: Sequence[str]) -> int:
    """Bring every catalogue up to date, and begin those that are named; say what is not translated."""
    found = extract()
    for language in sorted({*begun, *(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/*.po"))}):
        update(language, found)
        lacking = [message for message in read(language) if message.id and not all(_texts(message.string))]
        print(f"{language}: {len(read(language))} sentences, {len(lacking)} not translated")
        for message in lacking if language in NORWEGIAN else []:
            print(f"    {message.id}")
    return 0


def _texts(said: str | Sequence[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ("",))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
