"""Writing small data folders for the loader's tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import load
from macros.load.problems import Problem

Write = Callable[[dict[str, str | bytes]], Path]
Problems = Callable[[dict[str, str | bytes]], list[Problem]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a data folder; names are relative to it."""

    def write(files: dict[str, str | bytes]) -> Path:
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        for name, content in files.items():
            path = data / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return data

    return write


@pytest.fixture
def problems(write: Write) -> Problems:
    """Load files and give what is wrong with them; the list is empty when nothing is."""

    def problems(files: dict[str, str | bytes]) -> list[Problem]:
        try:
            load.guide(write(files))
        except load.DataError as error:
            return error.problems
        return []

    return problems
