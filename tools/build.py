"""Build the site whole, or leave the old one untouched: `python -m tools.build [FOLDER]`."""

import shutil
import signal
import sys
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent


def build(site: Path, root: Path = ROOT) -> int:
    """Build the project in `root` into `site`; give 0, or MkDocs' exit code and no change."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=site.parent, prefix=".site-") as folder:
        fresh = Path(folder) / "new"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
        status = run(command, cwd=root, check=False).returncode  # noqa: S603 - our own interpreter and words
        if status == 0:
            swap(fresh, site, Path(folder) / "old")
    return status


def swap(fresh: Path, site: Path, old: Path) -> None:
    """Put the fresh site in place of the one that is there."""
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def stop(_number: int, _frame: object) -> None:
    """Leave in an orderly way, so that the temporary folder goes too."""
    sys.exit("The build was stopped; the site is as it was.")


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    sys.exit(build(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()))
