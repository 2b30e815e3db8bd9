"""CPU time of a whole process with its children, and the size of what it wrote."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

UNMEASURED = ("PYTHONDONTWRITEBYTECODE", "SITE_URL")
"""Settings of the caller that would make a build unlike that of a user."""


@dataclass(frozen=True)
class Run:
    """One build: seconds of user and system time, and the largest memory of one process in bytes."""

    seconds: float
    memory: int


def run(arguments: list[str], folder: Path, **settings: str) -> Run:
    """Run our Python with `arguments` and `settings` of the environment in a folder; raises RuntimeError on failure."""
    kept = {name: value for name, value in os.environ.items() if name not in UNMEASURED}
    environment = {**kept, "NO_MKDOCS_2_WARNING": "1", **settings}
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        told = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed in {folder}:\n{told.decode()[-4000:]}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def fastest(runs: list[Run]) -> Run:
    """Give the run of least time: what else runs on the machine can only add to it."""
    return min(runs, key=lambda run: run.seconds)


def size(folder: Path) -> int:
    """Give the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
