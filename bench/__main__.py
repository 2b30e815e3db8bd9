"""Measure and write bench/RESULTS.md: `python -m bench [PART …] [--sizes 1 10]`, all parts by default."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import editions, lighthouse, output, results, scale, search, views
from bench.server import served

PARTS = {
    "bytes": "First view, compressed",
    "lighthouse": "Lighthouse",
    "search": "Search",
    "output": "What the build writes",
    "editions": "Editions",
    "scale": "Build: CPU time and growth",
}


def _measured(parts: list[str], sizes: list[int]) -> Iterator[tuple[str, str]]:
    if set(parts) - {"scale"}:
        with TemporaryDirectory(prefix="bench-") as folder, served(Path(folder) / "site") as address:
            yield from _of_the_site(parts, Path(folder) / "site", address)
    if "scale" in parts:
        yield "scale", scale.measure(sizes)


def _of_the_site(parts: list[str], site: Path, address: str) -> Iterator[tuple[str, str]]:
    if "bytes" in parts:
        yield "bytes", views.measure(address)
    if "lighthouse" in parts:
        yield "lighthouse", lighthouse.measure(address)
    if "search" in parts:
        yield "search", search.measure(address)
    if "output" in parts:
        yield "output", output.measure(site)
    if "editions" in parts:
        yield "editions", editions.measure(site)


def main() -> None:
    """Measure the parts that are asked for, all by default; print and keep each."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure pages and build.")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--sizes", nargs="+", type=int, choices=list(scale.RUNS), default=list(scale.RUNS))
    asked = parser.parse_args()
    for part, text in _measured(asked.parts or list(PARTS), asked.sizes):
        results.keep(PARTS[part], text)
        print(f"\n{PARTS[part]}\n\n{text}", flush=True)


if __name__ == "__main__":
    main()
