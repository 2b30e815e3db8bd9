"""What the first search loads, and how long each letter takes on a slow machine, also with ten times the content."""

from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, Request, sync_playwright

from bench import workload
from bench.server import served
from bench.tables import Budget, kilobytes, table
from tools import browser as chromium
from tools.build import ROOT

TYPED = [
    "rate limiting",
    "how do i version an api",
    "idempotancy",
    "error budget burn rate",
    "what if engineers ignore my platform",
    "kubernets",
    "time to first call",
    "webhook retries",
]
"""Searches of several kinds, typed letter by letter."""

SLOWED = 4
TIMES = (1, 10)
MILLISECONDS = {1: 50, 10: 150}
"""Most that a letter may take at p95, by the size of the content."""

FIRST_USE_KB, BEFORE_KB = 120, 3
HEAD = ("content", "kB before", "kB of the first search", "requests", "ms a letter, median", "ms a letter, p95")
NO_WORKER = "delete window.Worker"
"""Only the page's own thread is slowed; without a worker it does all the work, which is the worst case."""

SEARCH_SCRIPT = "/search-trigger"
"""The script of the search that every page loads."""

PAUSE = 1500
"""Milliseconds in which the full text and the passages in view arrive."""

TYPE = """async (query) => {
  const input = document.querySelector("dialog[open] [data-search-input]");
  const results = document.querySelector("dialog[open] [data-search-results]");
  const status = document.querySelector("dialog[open] [data-search-status]");
  const taken = [];
  for (let end = 1; end <= query.length; end++) {
    const start = performance.now();
    const shown = new Promise((done) => {
      const observer = new MutationObserver(() => { observer.disconnect(); done(); });
      for (const part of [results, status]) observer.observe(part, { childList: true, attributes: true });
    });
    input.value = query.slice(0, end);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await shown;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    taken.push(performance.now() - start);
  }
  return taken;
}"""


def measure(address: str) -> str:
    """Search the served site, and one of ten times the content, and give the table."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        rows = [_row(browser, address, 1)]
        with TemporaryDirectory(prefix="bench-") as folder:
            project = Path(folder) / "project"
            workload.write(ROOT, project, TIMES[-1])
            with served(project / "site", project) as larger:
                rows.append(_row(browser, larger, TIMES[-1]))
        browser.close()
    return table(HEAD, rows)


def _row(browser: Browser, address: str, times: int) -> tuple[object, ...]:
    before, first_use, requests = _transfer(browser, address)
    taken = _letters(browser, address)
    largest = times == 1
    return (
        f"{times}×",
        Budget(kilobytes(before), at_most=BEFORE_KB, shown="{:.1f}"),
        Budget(kilobytes(first_use), at_most=FIRST_USE_KB if largest else None, shown="{:.1f}"),
        requests,
        f"{quantiles(taken, n=2)[0]:.0f}",
        Budget(quantiles(taken, n=20)[-1], at_most=MILLISECONDS[times]),
    )


def _transfer(browser: Browser, address: str) -> tuple[int, int, int]:
    """Give the bytes of search scripts on a page, then the bytes and requests of a first search."""
    context = browser.new_context()
    page = context.new_page()
    weights: dict[str, int] = {}
    page.on("requestfinished", lambda request: weights.update({request.url: _weight(request)}))
    page.goto(address, wait_until="networkidle")
    before = sum(size for url, size in weights.items() if SEARCH_SCRIPT in url)
    earlier = set(weights)
    _open(page)
    page.keyboard.type(TYPED[0])
    page.locator("[data-search-result]").first.wait_for()
    page.wait_for_timeout(PAUSE)
    later = [size for url, size in weights.items() if url not in earlier]
    context.close()
    return before, sum(later), len(later)


def _weight(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def _letters(browser: Browser, address: str) -> list[float]:
    """Give the milliseconds from each letter until its results are painted."""
    context = browser.new_context()
    context.add_init_script(NO_WORKER)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    _open(page)
    page.keyboard.type("a")
    page.locator("[data-search-result]").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(PAUSE)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    taken = [milliseconds for query in TYPED for milliseconds in page.evaluate(TYPE, query)]
    context.close()
    return taken


def _open(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.locator("dialog[open] [data-search-input]").wait_for()
