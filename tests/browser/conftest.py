"""A real Chromium on the built site, served from a local address."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tools import browser as chromium

PATIENCE = 20_000
"""Milliseconds to wait for what will happen, long enough for a busy machine."""

LATE = "was preloaded using link preload but not used within a few seconds"
"""What Chromium says of any early font when the machine is too busy to draw the page in time."""

expect.set_options(timeout=PATIENCE)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium for all tests of this process."""
    found = chromium.find()
    assert found, chromium.ADVICE
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])


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
