"""Screenshots for whoever reviews a change: test-report/ holds each kind of page in both schemes, and on paper."""

from pathlib import Path

import pytest

from tests.browser.conftest import Tab

REPORT = Path(__file__).parents[2] / "test-report"
PAGES = {
    "home": "",
    "chapter": "loop/",
    "framework": "frameworks/error-budget/",
    "question": "questions/technical/",
    "ledger": "reference/figures/",
    "plan": "start/plans/",
    "wrong-address": "404.html",
}
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
VIEWS = [
    pytest.param({"viewport": size, "color_scheme": scheme}, f"{name}-{scheme}", id=f"{name}-{scheme}")
    for name, size in {"desk": DESK, "phone": PHONE}.items()
    for scheme in ("light", "dark")
]
SHIFT = """
() => new Promise((resolve) => new PerformanceObserver((list) => resolve(
  list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: "layout-shift", buffered: true })
  || setTimeout(() => resolve(0), 300))
"""


@pytest.mark.parametrize(("tab", "view"), VIEWS, indirect=["tab"])
def test_each_kind_of_page_is_shown_and_does_not_shift(tab: Tab, view: str) -> None:
    REPORT.mkdir(exist_ok=True)
    for name, url in PAGES.items():
        page = tab.open(url)
        page.evaluate("document.fonts.ready")
        assert page.evaluate(SHIFT) <= 0.02, name
        shot = page.screenshot(path=REPORT / f"{name}-{view}.png")
        assert len(shot) > 10_000, name


def test_each_kind_of_page_is_printed(tab: Tab) -> None:
    REPORT.mkdir(exist_ok=True)
    for name, url in PAGES.items():
        paper = tab.open(url).pdf(path=REPORT / f"{name}-paper.pdf", format="A4")
        assert paper.startswith(b"%PDF"), name
