"""A tab of a real Chromium on the built site."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

PATIENCE = 20_000
"""Milliseconds to wait for what will happen, long enough for a busy machine."""

LATE = "was preloaded using link preload but not used within a few seconds"
"""What Chromium says of any early font when the machine is too busy to draw the page in time."""

expect.set_options(timeout=PATIENCE)


class Tab:
    """A browser tab that keeps what the console said and what was asked for."""

    def __init__(self, page: Page, address: str) -> None:
        """Listen to the page from its first moment."""
        self.page = page
        self.address = address
        self.told: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: LATE not in message.text and self.told.append(message.text))
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, url: str) -> Page:
        """Open a page by its address from the site's root."""
        self.page.goto(self.address + url, wait_until="load")
        return self.page

    def elsewhere(self) -> list[str]:
        """Give the requests that left the site."""
        return [url for url in self.asked if not url.startswith((self.address, "data:", "blob:"))]


@pytest.fixture
def tab(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A fresh tab; parametrize it indirectly with options of a browser context."""
    options: dict[str, Any] = getattr(request, "param", {})
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(PATIENCE)
    yield Tab(context.new_page(), address)
    context.close()
