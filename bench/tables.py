"""Tables in Markdown, figures with their budgets."""

from collections.abc import Iterable
from dataclasses import dataclass

MISSED = "✗"


@dataclass(frozen=True)
class Budget:
    """A figure beside the bound that it must keep; no bound means that it is only told."""

    figure: float
    at_most: float | None = None
    at_least: float | None = None
    shown: str = "{:.0f}"

    @property
    def kept(self) -> bool:
        """Tell whether the figure, as it is shown, lies within the bound."""
        figure = float(self.shown.format(self.figure).replace(",", ""))
        below = self.at_most is None or figure <= self.at_most
        return below and (self.at_least is None or figure >= self.at_least)

    def __str__(self) -> str:
        """Write figure and bound, as in "41 (≤ 60)", with a mark when the bound is missed."""
        bounds = [(" (≤ {})", self.at_most), (" (≥ {})", self.at_least)]
        told = "".join(form.format(f"{bound:g}") for form, bound in bounds if bound is not None)
        return f"{self.shown.format(self.figure)}{told}{'' if self.kept else f' {MISSED}'}"


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Give a table in Markdown; the first column stands left, numbers right."""
    names = list(head)
    lines = [names, ["---", *["--:"] * (len(names) - 1)], *([str(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def kilobytes(size: float) -> float:
    """Give thousands of bytes."""
    return size / 1000
