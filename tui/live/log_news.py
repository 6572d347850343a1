"""What has become of the log, said once, in one line under the input line."""

from tui.kept import log_news
from tui.live.table import Notice, Table


def tell_news(table: Table) -> None:
    """Say what has happened to the log since it was last told of, if anything has."""
    lines = log_news(table.session, table.words)
    if lines:
        table.notice = Notice(" ".join(lines))
