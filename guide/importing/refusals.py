"""Why a document cannot become a guide: a code and its facts, spoken in the reader's language elsewhere."""

from collections.abc import Mapping

from guide.values import NOTHING, Value


class ImportRefusal(Value):
    """One reason, by its code; ``facts`` fill the sentence."""

    code: str
    facts: Mapping[str, str] = NOTHING


class RefusedError(Exception):
    """Raised inside the reading of a document and turned into its ``ImportRefusal`` at the door."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.refusal = ImportRefusal(code, facts)
