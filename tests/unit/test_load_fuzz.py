"""Mutated files never crash the loader: they load, or every message has a place."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros import load
from tests.unit.samples import GOOD

NAMES = sorted(GOOD)
PIECES = [
    "[",
    "{",
    ":",
    "- ",
    "'",
    '"',
    "&a ",
    "*a",
    "<<: ",
    "!!x ",
    "\t",
    "\n",
    "---\n",
    "\x00",
    "é",
    "}}",
    "[[",
    "#",
    "|\n",
]
mutation = st.tuples(
    st.sampled_from(NAMES), st.floats(0, 1), st.integers(0, 12), st.one_of(st.sampled_from(PIECES), st.text(max_size=6))
)


def mutate(text: str, at: float, cut: int, piece: str) -> bytes:
    start = int(at * len(text))
    return (text[:start] + piece + text[start + cut :]).encode("utf-8", errors="surrogatepass")


@settings(
    max_examples=1500, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(mutations=st.lists(mutation, min_size=1, max_size=3))
def test_mutated_files_load_or_are_told_with_a_place(
    tmp_path: Path, mutations: list[tuple[str, float, int, str]]
) -> None:
    data = tmp_path / "data"
    for name, text in GOOD.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(str(text), encoding="utf-8")
    for name, at, cut, piece in mutations:
        (data / name).write_bytes(mutate(str(GOOD[name]), at, cut, piece))
    try:
        load.guide(data)
    except load.DataError as error:
        assert error.problems
        assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in error.problems)
