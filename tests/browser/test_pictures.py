"""Pictures read on a phone without zooming: one drawing, letters large enough, nothing cut off or overlapping."""

import pytest

from exports.site import BuiltPage
from tests.browser.conftest import Tab

SMALLEST = 12
FAULTS = """
(smallest) => {
  const told = [];
  for (const figure of document.querySelectorAll("figure.diagram")) {
    const tell = (fault) => told.push(`${figure.dataset.diagram}: ${fault}`);
    const shown = [...figure.querySelectorAll(".diagram__drawing")].filter((drawing) => drawing.checkVisibility());
    if (shown.length !== 1) tell(`${shown.length} drawings`);
    for (const drawing of shown) {
      const room = drawing.getBoundingClientRect();
      const scale = room.width / drawing.viewBox.baseVal.width;
      const texts = [...drawing.querySelectorAll("text")].map((text) => [text, text.getBoundingClientRect()]);
      for (const [text, box] of texts) {
        if (parseFloat(getComputedStyle(text).fontSize) * scale < smallest) tell(`small: ${text.textContent}`);
        const sideways = Math.max(room.left - box.left, box.right - room.right);
        const out = Math.max(sideways, room.top - box.top, box.bottom - room.bottom);
        if (out > 1.5) tell(`cut off: ${text.textContent}`);
      }
      for (const [index, [text, a]] of texts.entries()) for (const [other, b] of texts.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 4) tell(`over each other: ${text.textContent} / ${other.textContent}`);
      }
    }
  }
  for (const chart of document.querySelectorAll("figure.chart")) for (const text of chart.querySelectorAll("text")) {
    const room = chart.getBoundingClientRect(), box = text.getBoundingClientRect();
    if (box.width && (box.left < room.left - 1.5 || box.right > room.right + 1.5)) {
      told.push(`${chart.dataset.chart}: cut off: ${text.textContent}`);
    }
  }
  return told;
}
"""
WIDTHS = [pytest.param({"viewport": {"width": width, "height": 800}}, id=str(width)) for width in (320, 360, 768, 1280)]


@pytest.mark.parametrize("tab", WIDTHS, indirect=True)
def test_every_picture_reads_without_zooming(tab: Tab, built: list[BuiltPage]) -> None:
    with_pictures = [page for page in built if page.root.xpath("//figure[@data-diagram or @data-chart]")]
    assert len(with_pictures) > 10
    found = {page.url: faults for page in with_pictures if (faults := tab.open(page.path).evaluate(FAULTS, SMALLEST))}
    assert found == {}


def test_paper_gets_the_wide_drawing(tab: Tab) -> None:
    page = tab.open("technical/contracts/")
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    assert page.locator("[data-diagram=webhook-system] .diagram__drawing--wide").is_visible()
    assert not page.locator("[data-diagram=webhook-system] .diagram__drawing--phone").is_visible()
