"""Rules that look at more than one field: sources of claims, sums, tables, must points."""

import re

import pytest

from tests.unit.conftest import Problems
from tests.unit.samples import CASE, CLAIM, GOOD, QUESTION, SURVEY, with_question


def codes(problems: Problems, **changed: str) -> list[str]:
    files = {**GOOD, **{name.replace("__", "/") + ".yml": text for name, text in changed.items()}}
    return [problem.code for problem in problems(files)]


def test_a_checked_claim_needs_a_source_besides_the_source_guide(problems: Problems) -> None:
    assert codes(problems, claims__sample=CLAIM.replace("standing: example", "standing: checked")) == ["no-source"]


def test_a_corrected_claim_needs_its_correction(problems: Problems) -> None:
    assert "no-correction" in codes(problems, claims__sample=CLAIM.replace("example", "corrected"))


def test_a_correction_needs_the_standing_corrected(problems: Problems) -> None:
    assert codes(problems, claims__sample=CLAIM + "  correction: It is 30 ms.\n") == ["no-correction"]


def test_the_sentence_of_a_claim_holds_its_figures(problems: Problems) -> None:
    assert codes(problems, claims__sample=CLAIM.replace("20 ms", "some ms")) == ["figure-unsaid"]


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("value * missing", "names 'missing'"),
        ("value / 0", "fails"),
        ("().__class__", "fails"),
        ("open('x')", "fails"),
        ("9 ** 9 ** 9", "fails"),
        ("twice", "from itself"),
        ("value +", "fails"),
    ],
)
def test_a_formula_that_can_not_be_worked_out_is_told(problems: Problems, formula: str, told: str) -> None:
    claim = CLAIM + f'  computed:\n    twice: {{formula: "{formula}"}}\n'
    [problem] = problems({**GOOD, "claims/sample.yml": claim})
    assert problem.code == "bad-formula"
    assert told in problem.message


def test_a_card_without_a_must_is_told(problems: Problems) -> None:
    assert [p.code for p in problems(with_question("must: true", "must: false"))] == ["no-must"]


@pytest.mark.parametrize("field", ["pitfalls: [Guessing the database.]\n", "why: Measuring comes before guessing.\n"])
def test_a_card_without_what_teaches_is_told(problems: Problems, field: str) -> None:
    assert [p.code for p in problems(with_question(field, ""))] == ["missing-key"]


def test_a_recall_card_may_go_without_pitfalls(problems: Problems) -> None:
    files = with_question("pitfalls: [Guessing the database.]\n", "")
    files["questions/slow-call.yml"] = str(files["questions/slow-call.yml"]).replace("kind: explain", "kind: recall")
    assert problems(files) == []


def test_a_plan_that_does_not_add_up_is_told(problems: Problems) -> None:
    plan = """\
id: short
name: Short
total: "3"
intro: A plan.
first: read
rows:
  - {what: Read, hours: "1", standing: ours, page: /x.md, when: Week one}
  - {what: Write, hours: "1.5", standing: ours, page: /x.md, when: Week two}
"""
    [problem] = problems({**GOOD, "plans/short.yml": plan})
    assert problem.code == "bad-sum"
    assert "2.5" in problem.message


def test_two_terms_of_one_name_are_told(problems: Problems) -> None:
    terms = (
        "- {id: slo, name: SLO, definition: A goal.}\n- {id: goal, name: Goal, aliases: [slo], definition: An SLO.}\n"
    )
    assert codes(problems, glossary=terms) == ["duplicate-name", "duplicate-name"]


ANSWERS = """\
answers:
  - level: strong
    text: I ask where the time goes, and I look at **one slow call**.
    notes:
      - {quote: where the time goes, says: It looks., competency: execution}
      - {quote: I look at **one slow call**, says: It is one., competency: execution}
differs: It looks before it guesses.
"""


def graded(old: str = "", new: str = "") -> dict[str, str | bytes]:
    """Give the good files with graded answers, one piece of them replaced."""
    assert old in ANSWERS
    return {**GOOD, "questions/slow-call.yml": QUESTION + ANSWERS.replace(old, new)}


def test_graded_answers_with_their_notes_are_correct(problems: Problems) -> None:
    assert problems(graded()) == []


def test_graded_answers_say_what_the_strong_one_adds(problems: Problems) -> None:
    assert [p.code for p in problems(graded("differs: It looks before it guesses.\n", ""))] == ["no-differs"]


def test_what_the_strong_answer_adds_needs_answers(problems: Problems) -> None:
    alone = {**GOOD, "questions/slow-call.yml": QUESTION + "differs: It looks.\n"}
    assert [p.code for p in problems(alone)] == ["no-differs"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("quote: where the time goes", "quote: where it goes", "does not say this"),
        ("quote: I look at **one slow call**", "quote: look at **one slow", "cuts through emphasis"),
        ("quote: I look at **one slow call**", "quote: 'goes, and I look'", "overlaps"),
    ],
)
def test_a_passage_that_can_not_be_marked_is_told(problems: Problems, old: str, new: str, told: str) -> None:
    [problem] = problems(graded(old, new))
    assert problem.code == "bad-quote"
    assert told in problem.message


def test_a_case_fills_its_clock(problems: Problems) -> None:
    assert codes(problems, cases__queue=CASE) == []
    [problem] = problems({**GOOD, "cases/queue.yml": CASE.replace("minutes: 20", "minutes: 19")})
    assert (problem.code, problem.message) == ("bad-sum", "the phases add up to 44 minutes, not 45")


def test_a_survey_that_fits_is_correct(problems: Problems) -> None:
    assert codes(problems, surveys__teams=SURVEY) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("count: 7", "count: 8", "11 answers of 10 people"),
        ("answered: 10", "answered: 13", "13 people, of 12 in all"),
        ("count: 9", "count: 12", "12 answers of 11 people"),
    ],
)
def test_more_answers_than_people_are_told(problems: Problems, old: str, new: str, told: str) -> None:
    [problem] = problems({**GOOD, "surveys/teams.yml": SURVEY.replace(old, new)})
    assert problem.code == "bad-sum"
    assert told in problem.message


def test_several_answers_of_one_person_are_no_mistake(problems: Problems) -> None:
    assert sum(map(int, re.findall(r"count: (\d+)", SURVEY.split("several")[1]))) > 11
    assert codes(problems, surveys__teams=SURVEY) == []


def test_two_survey_questions_of_one_id_are_told(problems: Problems) -> None:
    other = SURVEY.replace("id: teams", "id: others").replace("id: team-paths", "id: other-paths")
    found = codes(problems, surveys__teams=SURVEY, surveys__others=other)
    assert found == ["duplicate-id", "duplicate-id"]
