"""What the build writes: how much, the biggest files, and files that nothing refers to."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bench.tables import kilobytes, table

BIGGEST = 10
READ = (".html", ".css", ".js", ".mjs", ".json", ".xml", ".txt", ".webmanifest", ".svg")
ROOTS = {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "llms.txt", "index.html", ".nojekyll"}
"""What hosts, search engines and language models ask for by its name."""

LICENCE = "LICENSE-"
"""Licences lie beside what they allow, for whoever copies it."""

NAME = re.compile(r"[\w.-]+")


def measure(site: Path) -> str:
    """Give the tables."""
    files = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*") if path.is_file()}
    biggest = sorted(files, key=lambda name: -files[name])[:BIGGEST]
    unused = sorted(set(files) - set(used(files, site)))
    return "\n\n".join(
        [
            f"{len(files)} files, {sum(files.values()) / 1e6:.1f} MB.",
            table(["biggest files", "kB"], [(name, f"{kilobytes(files[name]):.0f}") for name in biggest]),
            f"Files that nothing in the site refers to: {', '.join(unused) or 'none'}.",
        ]
    )


def used(files: dict[str, int], site: Path) -> Iterator[str]:
    """Give the files that texts of the site name: pages and numbered parts by their folder, others by themselves."""
    words = set()
    for name in files:
        if name.endswith(READ):
            words |= set(NAME.findall((site / name).read_text(encoding="utf-8")))
    for name in files:
        path = PurePosixPath(name)
        asked = path.parent.name if path.name == "index.html" or path.stem.isdigit() else path.name
        if name in ROOTS or asked in words or path.name.startswith(LICENCE):
            yield name
