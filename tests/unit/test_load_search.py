"""The lists of data/search/: a shared folder, and records that go by another field than an id."""

import pytest

from tests.unit.conftest import Problems
from tests.unit.samples import GOOD

FILE = "search/queries.yml"
QUERY = "- {query: kafak, class: typo, set: dev, accept: ['question:slow-call', craft/metrics/#adoption, craft/]}\n"


def test_judged_queries_are_read(problems: Problems) -> None:
    assert problems({**GOOD, FILE: QUERY}) == []


def test_a_wrong_key_is_told_with_its_place(problems: Problems) -> None:
    [problem] = problems({**GOOD, FILE: QUERY.replace("class:", "clas:")})
    assert (problem.code, str(problem.place)) == ("unknown-key", "data/search/queries.yml:1:18")
    assert "did you mean 'class'?" in problem.help


@pytest.mark.parametrize(("right", "wrong"), [("class: typo", "class: typos"), ("set: held-out", "set: held out")])
def test_a_class_or_set_that_there_is_not_is_told(problems: Problems, right: str, wrong: str) -> None:
    [problem] = problems({**GOOD, FILE: QUERY.replace("dev", "held-out").replace(right, wrong)})
    assert problem.code == "bad-choice"
    assert f"did you mean '{right.partition(': ')[2]}'?" in problem.help


@pytest.mark.parametrize("target", ["/craft/metrics.md", "card:slow-call", "craft/metrics", "https://example.org/"])
def test_what_is_no_target_is_told(problems: Problems, target: str) -> None:
    [problem] = problems({**GOOD, FILE: QUERY.replace("craft/]", f"'{target}']")})
    assert problem.code == "bad-form"


def test_a_query_given_twice_names_the_first(problems: Problems) -> None:
    [problem] = problems({**GOOD, FILE: QUERY + QUERY})
    assert problem.code == "duplicate-id"
    assert "the query 'kafak' is given twice; the first one is at data/search/queries.yml:1:3" in problem.message


@pytest.mark.parametrize("name", ["search/querys.yml", "search/notes.txt", "search/more/queries.yml"])
def test_a_stranger_in_the_shared_folder_is_told(problems: Problems, name: str) -> None:
    [problem] = problems({**GOOD, FILE: QUERY, name: QUERY})
    assert problem.code == "unknown-file"


SYNONYMS = "search/synonyms.yml"
GROUP = "- id: k8s\n  words: [Kubernetes, k8s]\n"


def test_synonyms_are_read(problems: Problems) -> None:
    assert problems({**GOOD, SYNONYMS: GROUP}) == []


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (GROUP.replace("words:", "word:"), "unknown-key", "2:3"),
        (GROUP.replace(", k8s]", "]"), "too-few", "2:10"),
        (GROUP.replace("id: k8s", "id: K8S"), "bad-form", "1:7"),
        (GROUP.replace("k8s]", '"<b>"]'), "raw-html", "2:23"),
        (GROUP + GROUP.replace("id: k8s", "id: k9s"), "duplicate-name", "2:11"),
    ],
)
def test_wrong_synonyms_are_told_with_their_place(problems: Problems, text: str, code: str, place: str) -> None:
    first = problems({**GOOD, SYNONYMS: text})[0]
    assert (first.code, str(first.place)) == (code, f"data/{SYNONYMS}:{place}")


WORDINGS = "search/wordings.yml"
WORDING = "- {target: 'question:slow-call', asked: [it takes ages]}\n"


def test_wordings_are_read(problems: Problems) -> None:
    assert problems({**GOOD, WORDINGS: WORDING}) == []


def test_a_comma_in_a_wording_is_told(problems: Problems) -> None:
    [problem] = problems({**GOOD, WORDINGS: WORDING.replace("it takes ages", "'slow, then dead'")})
    assert (problem.code, str(problem.place)) == ("comma", f"data/{WORDINGS}:1:42")


def test_wordings_of_one_place_stand_together(problems: Problems) -> None:
    [problem] = problems({**GOOD, WORDINGS: WORDING + WORDING})
    assert problem.code == "duplicate-id"
