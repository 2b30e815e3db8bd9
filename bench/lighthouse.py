"""Lighthouse for a phone: the median of several runs on a page of each template."""

import json
import os
import subprocess
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.tables import Budget, table
from bench.views import PAGES
from tools import browser as chromium

FOLDER = Path(__file__).parent
RUNS = 5
TEMPLATES = ("home", "chapter", "question page", "ledger")
SCORES = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least score of each category."""

HEAD = ("page", "performance", "accessibility", "best practices", "SEO", "LCP s", "TBT ms", "CLS", "kB", "requests")
FLAGS = ("--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu")

Report = dict[str, Any]
"""What Lighthouse writes about one run."""


def measure(address: str) -> str:
    """Install Lighthouse from the lock file if need be, run it, and give the table."""
    if not (FOLDER / "node_modules" / ".bin" / "lighthouse").exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=FOLDER, check=True)
    rows = [_cells(name, [_run(address + PAGES[name]) for _ in range(RUNS)]) for name in TEMPLATES]
    return f"Lighthouse {version()}, mobile, simulated throttling, median of {RUNS}.\n\n{table(HEAD, rows)}"


def version() -> str:
    """Give the version that the lock file holds."""
    locked = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    return str(locked["packages"]["node_modules/lighthouse"]["version"])


def _run(url: str) -> Report:
    with TemporaryDirectory() as folder:
        written = Path(folder) / "report.json"
        command = ["node_modules/.bin/lighthouse", url, *FLAGS, f"--only-categories={','.join(SCORES)}"]
        environment = {**os.environ, "CHROME_PATH": chromium.find() or ""}
        subprocess.run([*command, f"--output-path={written}"], cwd=FOLDER, env=environment, check=True)
        report: Report = json.loads(written.read_text(encoding="utf-8"))
    return report


def _cells(name: str, reports: list[Report]) -> list[object]:
    def middle(audit: str) -> float:
        return median(float(report["audits"][audit]["numericValue"]) for report in reports)

    return [
        name,
        *(Budget(score(category, reports), at_least=least) for category, least in SCORES.items()),
        f"{middle('largest-contentful-paint') / 1000:.2f}",
        f"{middle('total-blocking-time'):.0f}",
        Budget(middle("cumulative-layout-shift"), at_most=0.02, shown="{:.3f}"),
        f"{middle('total-byte-weight') / 1000:.0f}",
        len(reports[0]["audits"]["network-requests"]["details"]["items"]),
    ]


def score(category: str, reports: list[Report]) -> float:
    """Give the median score of a category, out of 100."""
    return 100 * median(float(report["categories"][category]["score"] or 0) for report in reports)
