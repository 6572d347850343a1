"""A browser for all tests of pages."""

from collections.abc import Iterator

import pytest

from tests.browser.browser import Browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that knows nobody and finds no host."""
    started = Browser(tmp_path_factory.mktemp("browser"))
    yield started
    started.close()
