"""The file of results: one section a part, so that a part can be measured alone."""

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

FILE = Path(__file__).parent / "RESULTS.md"
TITLE = "# Results of `make bench`\n\nA ✗ stands beside a figure that misses its budget."
SECTION = re.compile(r"^## (?P<name>[^\n]+)\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pydantic")


def keep(name: str, body: str) -> None:
    """Put a section into the file in place of the one of its name."""
    old = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    FILE.write_text(replaced(old, name, f"{_measured()}\n\n{body}"), encoding="utf-8")


def replaced(old: str, name: str, body: str) -> str:
    """Give the text of a results file with one section new; sections keep their order, new ones come last."""
    sections = {found["name"]: found["body"].strip() for found in SECTION.finditer(old)}
    sections[name] = body
    return "\n\n".join([TITLE, *(f"## {head}\n\n{text}" for head, text in sections.items())]) + "\n"


def _measured() -> str:
    day = datetime.now(UTC).date().isoformat()
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"Measured {day} at commit {_commit()}, {os.cpu_count()} cores, Python {platform.python_version()}, {packages}."
    )


def _commit() -> str:
    asked = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
