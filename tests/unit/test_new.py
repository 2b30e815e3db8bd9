"""`make new` begins a record that only its author has to finish."""

import re
from datetime import UTC, datetime
from pathlib import Path
from subprocess import run
from sys import executable

import pytest

from macros import load
from macros.load.layout import KINDS, Form
from macros.load.nodes import parse
from macros.load.problems import Problem
from tests.unit.conftest import Problems, Write
from tests.unit.samples import GOOD
from tools.new import OFFERED, REFUSED, ROOT, main, skeleton

CLEAR = {"empty", "bad-choice", "too-few", "number", "bad-form"}
"""Codes that tell a newcomer which text, choice, list, number or id is still to be written."""

ASKED = {
    "kind": "explain",
    "prompt": "What is a queue for?",
    "asks": "Whether you know what waits.",
    "rounds": "[technical]",
    "levels": "[senior]",
    "platform_types": "[internal]",
    "difficulty": "1",
    "minutes": "3",
    "topics": "[metrics]",
    "first": "I would ask what may wait.",
    "text": "Work that may wait does not slow the caller.",
    "competency": "execution",
    "why": "The caller does not wait for the slowest part.",
    "answer": "Then I look at the age of the oldest message.",
}


@pytest.fixture
def root(write: Write) -> Path:
    """A project with correct data."""
    return write({**GOOD}).parent


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def wrong(data: Path) -> list[Problem]:
    try:
        load.guide(data)
    except load.DataError as error:
        return error.problems
    return []


def filled(text: str) -> str:
    """Fill in the skeleton of a question."""
    for key, value in ASKED.items():
        text = re.sub(rf"^( *(?:- )?{key}:)(?: \[\])?$", rf"\1 {value}", text, flags=re.MULTILINE)
    return text.replace("pitfalls:\n  -\n", "pitfalls:\n  - Counting messages.\n")


def test_every_kind_with_a_file_of_its_own_has_a_skeleton() -> None:
    assert set(OFFERED) == {path.name.removesuffix(".yml.j2") for path in (ROOT / "tools" / "skeletons").iterdir()}
    assert list(OFFERED.values()) == [kind for kind in KINDS if kind.form is Form.FILE_EACH]


@pytest.mark.parametrize("word", OFFERED)
def test_a_new_file_lacks_only_what_its_author_must_write(root: Path, word: str) -> None:
    before = files(root)
    assert main([word, "my-card"], root) == 0
    new = f"data/{OFFERED[word].home}/my-card.yml"
    assert {**before, new: (root / new).read_bytes()} == files(root)
    problems = wrong(root / "data")
    assert {problem.place.file for problem in problems} == {new}
    assert {problem.code for problem in problems} <= CLEAR


@pytest.mark.parametrize("word", OFFERED)
def test_a_skeleton_has_every_required_key_and_no_other_top_level_key_by_mistake(word: str) -> None:
    fields = OFFERED[word].model.model_fields
    keys = set(parse(skeleton(word, "my-card"), "skeleton").entries)
    assert {name for name, field in fields.items() if field.is_required()} <= keys <= set(fields)


def test_a_skeleton_bears_the_id_and_the_day() -> None:
    text = skeleton("question", "my-card")
    today = datetime.now(UTC).date().isoformat()
    assert "\nid: my-card\n" in text
    assert f"\nadded: {today}\nreviewed: {today}\n" in text


def test_a_question_that_is_filled_in_loads(problems: Problems) -> None:
    assert problems({**GOOD, "questions/my-card.yml": filled(skeleton("question", "my-card"))}) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["question", "My Card"], "lower-case letters, digits and single hyphens"),
        (["question", "../escape"], "lower-case letters, digits and single hyphens"),
        (["question", "my-card\n"], "lower-case letters, digits and single hyphens"),
        (["question", "a" * 81], "lower-case letters, digits and single hyphens"),
        (["question"], "lower-case letters, digits and single hyphens"),
        (["question", "slow-call"], "data/questions/slow-call.yml exists already"),
        (["question", "old-card"], "retired"),
        (["qestion", "my-card"], "did you mean 'question'?"),
        (["claim", "my-card"], "expected one of: case, checklist, company, framework, plan, policy, question, survey"),
    ],
)
def test_what_is_refused_is_told_in_one_line_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    retired = "- {id: old-card, kind: questions, on: 2026-01-02, why: It asked for trivia.}\n"
    (root / "data" / "retired.yml").write_text(retired, encoding="utf-8")
    before = files(root)
    assert main(words, root) == REFUSED
    output = capsys.readouterr()
    assert told in output.err
    assert output.err.count("\n") == 1
    assert output.out == ""
    assert files(root) == before


def test_two_faults_are_two_lines(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], root) == REFUSED
    assert capsys.readouterr().err.count("\n") == 2


def test_an_unreadable_list_of_retired_ids_stops_the_new_record(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data" / "retired.yml").write_text("- {id: 'open\n", encoding="utf-8")
    assert main(["question", "my-card"], root) == REFUSED
    assert "data/retired.yml:1:8" in capsys.readouterr().err


def test_the_command_gives_exit_code_two() -> None:
    called = run(
        [executable, "-m", "tools.new", "nosuch", "my-card"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert called.returncode == REFUSED
    assert "there is no such kind" in called.stderr


def test_make_check_tells_an_author_what_the_data_still_lacks() -> None:
    if problems := wrong(ROOT / "data"):
        pytest.fail("\n".join(map(str, problems)), pytrace=False)
