"""Make all editions of the built site, or leave the earlier ones; `--check` tells only what is missing.

`python -m exports.editions [SITE]`
"""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from exports.editions import jobs, pdf, source
from exports.editions.manifest import File
from exports.editions.publish import publish
from macros.load.problems import DataError, report

ROOT = Path(__file__).parents[2]
PROCESSES = 2
MAKERS = [jobs.on_paper, jobs.on_screens]
"""Each gives files with their contents and may use the processes."""


def main(site: Path) -> int:
    """Make the editions of `site`, which was built from this project; give the exit code."""
    if failed := check():
        return failed
    try:
        files = made(site)
    except DataError as error:
        sys.stderr.write(f"{report(error.problems)}\n")
        return 1
    publish(site, files, source.read(site, ROOT).edition)
    return 0


def made(site: Path) -> dict[File, bytes]:
    """Give all files with their contents."""
    with ProcessPoolExecutor(min(PROCESSES, os.cpu_count() or 1)) as pool:
        try:
            return {file: content for maker in MAKERS for file, content in maker(site, ROOT, pool)}
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def check() -> int:
    """Tell what is missing to make PDFs; give the exit code."""
    missing = pdf.what_is_missing()
    sys.stderr.write(f"{missing}\n" if missing else "")
    return 1 if missing else 0


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(check() if words == ["--check"] else main(Path(words[0] if words else ROOT / "site").resolve()))
