"""Guides as people have them, in Word, Markdown or plain text, read into a guide with nothing lost on the way."""

from guide.importing.building import SourceLine
from guide.importing.document import Imported, import_document
from guide.importing.refusals import ImportRefusal

__all__ = ["ImportRefusal", "Imported", "SourceLine", "import_document"]
