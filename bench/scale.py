"""What a build costs with 1, 10 and 50 times the chapters and cards, beside plain mkdocs-material on the same text."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import cpu, stock, workload
from bench.tables import Budget, table
from tools.build import ROOT

RUNS = {1: 6, 10: 3, 50: 1}
"""How often each size is built; the fastest counts. The first build also draws the social cards."""

OURS = ["-m", "tools.build", "site"]
PLAIN = ["-m", "mkdocs", "build", "-q", "-d", "site"]
RATIO_AT_MOST = 1.25
GROWTH_AT_MOST = {10: 5.0, 50: 30.0}
HEAD = (
    "size",
    "pages",
    "first build s",
    "s",
    "plain s",
    "ratio",
    "growth",
    "plain growth",
    "MB",
    "plain MB",
    "memory MB",
    "plain memory MB",
)


@dataclass(frozen=True)
class Side:
    """The builds of one project: the first one, the fastest, and the bytes and pages of the site."""

    first: cpu.Run
    fastest: cpu.Run
    size: int
    pages: int


@dataclass(frozen=True)
class Row:
    """One size of the content, built by both sides."""

    times: int
    ours: Side
    plain: Side


def measure(sizes: list[int]) -> str:
    """Build each size and give the table."""
    with TemporaryDirectory(prefix="bench-") as folder:
        rows = [_row(Path(folder), times) for times in sizes]
    return report(rows)


def _row(folder: Path, times: int) -> Row:
    ours, plain = folder / "ours", folder / "plain"
    workload.write(ROOT, ours, times)
    stock.write(ours, plain)
    row = Row(times, *_built([(ours, OURS), (plain, PLAIN)], RUNS[times]))
    shutil.rmtree(ours)
    shutil.rmtree(plain)
    print(f"{times}×: {row.ours.fastest.seconds:.1f} s, plain {row.plain.fastest.seconds:.1f} s", flush=True)
    return row


def _built(sides: list[tuple[Path, list[str]]], times: int) -> list[Side]:
    """Build both sides in turn, so that a busy minute of the machine meets both."""
    rounds = [[cpu.run(command, project) for project, command in sides] for _ in range(times)]
    return [
        Side(
            runs[0],
            cpu.fastest(list(runs)),
            cpu.size(project / "site"),
            len(list((project / "site").rglob("*.html"))),
        )
        for (project, _), runs in zip(sides, zip(*rounds, strict=True), strict=True)
    ]


def report(rows: list[Row]) -> str:
    """Give the table; growth counts from the first row."""
    return table(HEAD, [_cells(row, rows[0]) for row in rows])


def _cells(row: Row, base: Row) -> list[object]:
    ours, plain = row.ours, row.plain
    growth = ours.fastest.seconds / base.ours.fastest.seconds
    return [
        f"{row.times}×",
        ours.pages,
        f"{ours.first.seconds:.2f}",
        f"{ours.fastest.seconds:.2f}",
        f"{plain.fastest.seconds:.2f}",
        Budget(ours.fastest.seconds / plain.fastest.seconds, at_most=RATIO_AT_MOST, shown="{:.2f}"),
        Budget(growth, at_most=GROWTH_AT_MOST.get(row.times), shown="{:.1f}"),
        f"{plain.fastest.seconds / base.plain.fastest.seconds:.1f}",
        *(f"{side.size / 1e6:.1f}" for side in (ours, plain)),
        *(f"{side.fastest.memory / 1e6:.0f}" for side in (ours, plain)),
    ]
