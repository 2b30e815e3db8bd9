"""What a first view of each kind of page asks for: bytes as they travel, and requests."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from bench.tables import Budget, kilobytes, table
from tools import browser as chromium

PAGES = {
    "home": "",
    "chapter": "craft/metrics/",
    "question page": "questions/technical/",
    "ledger": "reference/figures/",
    "sums": "reference/sums/",
    "404": "no-such-page/",
}
"""A page of each template."""

BUDGETS = {"question page": (90.0, 140.0), "ledger": (110.0, 160.0), "sums": (160.0, 210.0)}
CHAPTER = (60.0, 110.0)
"""Thousands of bytes without and with fonts. A list of all cards or claims may weigh more than a chapter."""

REQUESTS_AT_MOST = 12
HEAD = ("page", "kB without fonts", "kB with fonts", "requests", "third-party")
VIEWPORT: ViewportSize = {"width": 390, "height": 844}


@dataclass
class View:
    """Requests of one page by their id: address, kind, and bytes with headers."""

    urls: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    bytes: dict[str, float] = field(default_factory=dict)

    def asked(self, event: dict[str, Any]) -> None:
        """Note a request; addresses such as data: ask nobody."""
        if event["request"]["url"].startswith("http"):
            self.urls[event["requestId"]] = event["request"]["url"]
            self.kinds[event["requestId"]] = event.get("type", "")

    def received(self, event: dict[str, Any]) -> None:
        """Note the bytes of a finished request."""
        self.bytes[event["requestId"]] = event["encodedDataLength"]

    def weight(self, *, fonts: bool) -> float:
        """Give the bytes of all requests, or of all but fonts."""
        return sum(
            size for id_, size in self.bytes.items() if id_ in self.urls and (fonts or self.kinds[id_] != "Font")
        )

    def elsewhere(self, address: str) -> int:
        """Count the requests that left the site."""
        return sum(not url.startswith(address) for url in self.urls.values())


def measure(address: str) -> str:
    """Open each page in a fresh browser profile and give the table."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        views = {name: _view(browser, address + url) for name, url in PAGES.items()}
        browser.close()
    return table(HEAD, [_cells(name, view, address) for name, view in views.items()])


def _view(browser: Browser, url: str) -> View:
    context = browser.new_context(viewport=VIEWPORT, device_scale_factor=3, is_mobile=True)
    page, view = context.new_page(), View()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", view.asked)
    session.on("Network.loadingFinished", view.received)
    page.goto(url, wait_until="networkidle")
    context.close()
    return view


def _cells(name: str, view: View, address: str) -> list[object]:
    light, heavy = BUDGETS.get(name, CHAPTER)
    return [
        name,
        Budget(kilobytes(view.weight(fonts=False)), at_most=light, shown="{:.1f}"),
        Budget(kilobytes(view.weight(fonts=True)), at_most=heavy, shown="{:.1f}"),
        Budget(len(view.urls), at_most=REQUESTS_AT_MOST),
        Budget(view.elsewhere(address), at_most=0),
    ]
