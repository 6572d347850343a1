"""Sentences in Norwegian and English side by side, by key: what is not in the catalogue's form yet."""

Pair = tuple[str, str]


def tables() -> dict[str, Pair]:
    """All of them."""
    from tui.words.appendix import APPENDIX
    from tui.words.changes import CHANGES
    from tui.words.commands import COMMANDS
    from tui.words.copying import COPYING
    from tui.words.correcting import CORRECTING
    from tui.words.exporting import EXPORTING
    from tui.words.leaving import LEAVING
    from tui.words.live import SCREEN
    from tui.words.method import METHOD
    from tui.words.method_document import METHOD_DOCUMENT
    from tui.words.observing import OBSERVING
    from tui.words.piloting import PILOTING
    from tui.words.refusals import REFUSALS
    from tui.words.reporting import REPORT
    from tui.words.reviewing import REVIEW
    from tui.words.revising import REVISING

    return {
        **REFUSALS,
        **LEAVING,
        **SCREEN,
        **COMMANDS,
        **COPYING,
        **REVIEW,
        **CHANGES,
        **REVISING,
        **OBSERVING,
        **REPORT,
        **METHOD,
        **METHOD_DOCUMENT,
        **PILOTING,
        **APPENDIX,
        **EXPORTING,
        **CORRECTING,
    }
