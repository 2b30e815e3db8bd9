"""Find a Chromium for the tests: `python -m tools.browser` prints its path."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ADVICE = "No Chromium found; install one (Debian, Ubuntu: sudo apt install chromium) or set CHROMIUM to its path."


def find() -> str | None:
    """Give the path of a Chromium: the one named by CHROMIUM, one on the PATH, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    return installed or _playwrights_own()


def _playwrights_own() -> str | None:
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache" / "ms-playwright"))
    patterns = ("chromium*/*/chrome-headless-shell", "chromium*/*/headless_shell", "chromium*/*/chrome")
    return next((str(path) for pattern in patterns for path in sorted(cache.glob(pattern))), None)


if __name__ == "__main__":
    found = find()
    print(found or ADVICE, file=sys.stdout if found else sys.stderr)
    sys.exit(0 if found else 1)
