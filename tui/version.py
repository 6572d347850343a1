"""The program's own version, as installed."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """The version, or ``0`` in a checkout that was never installed."""
    try:
        return installed("intervjuguide")
    except PackageNotFoundError:
        return "0"
