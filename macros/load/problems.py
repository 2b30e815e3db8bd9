"""What can be wrong with a data file, and how it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file of the project; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write the place as file:line:column."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, with an optional line of help."""

    place: Place
    code: str
    message: str
    help: str = ""

    def __str__(self) -> str:
        """Write the problem as `file:line:column: error[code]: message` and a help line."""
        told = f"{self.place}: error[{self.code}]: {self.message}"
        return f"{told}\n  help: {self.help}" if self.help else told


class DataError(Exception):
    """Raised once for a whole run, with every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems by file, line and column."""
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))

    def __reduce__(self) -> tuple[type["DataError"], tuple[list[Problem]]]:
        """Let another process raise it here."""
        return DataError, (self.problems,)


def report(problems: list[Problem]) -> str:
    """Write all problems below each other and count them at the end."""
    files = len({problem.place.file for problem in problems})
    count = f"{counted(len(problems), 'problem')} in {counted(files, 'file')}"
    return "\n".join([*map(str, problems), count])


def counted(number: int, noun: str) -> str:
    """Say "1 problem" or "2 problems"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
