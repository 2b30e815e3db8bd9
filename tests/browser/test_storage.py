"""Whatever storage holds or refuses: the text shows, the scheme can be switched, and nothing is told in the console."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Tab

KEY = "guide:scheme"
HELD = {
    "empty": "",
    "no json": "{bad",
    "quoted": '"dark"',
    "object": "{}",
    "null": "null",
    "markup": "<img src=x onerror=alert(1)>",
    "long": "x" * 1_000_000,
    "another scheme": "sepia",
}
"""What an older version, another page of the host or a mistake may have left."""

REFUSALS = {
    "no storage": "Object.defineProperty(window, 'localStorage', { value: undefined })",
    "blocked": (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })"
    ),
    "read fails": "Storage.prototype.getItem = () => { throw new DOMException('broken', 'UnknownError') }",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "cleared while open": "addEventListener('load', () => localStorage.clear())",
}


def works(tab: Tab) -> None:
    page = tab.open("loop/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("button", name="Use the dark scheme").click()
    expect(page.get_by_role("button", name="Use the light scheme")).to_be_visible()
    expect(page.locator(".contents [data-here]")).to_have_count(0)
    tab.open("questions/")
    page.locator("select[name=competency]").select_option("leadership")
    expect(page.locator(".filter output")).to_contain_text(" of ")
    assert tab.told == []


@pytest.mark.parametrize("value", HELD.values(), ids=HELD.keys())
def test_whatever_storage_holds(tab: Tab, value: str) -> None:
    for key in (KEY, "__palette", "/.__palette"):
        tab.page.context.add_init_script(f"localStorage.getItem({key!r}) ?? localStorage.setItem({key!r}, {value!r})")
    works(tab)


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS.keys())
def test_whatever_storage_refuses(tab: Tab, refusal: str) -> None:
    tab.page.context.add_init_script(refusal)
    works(tab)
