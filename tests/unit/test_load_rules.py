"""Rules that look at more than one field: sources of claims, sums, tables, must points."""

import pytest

from tests.unit.conftest import Problems
from tests.unit.samples import CLAIM, GOOD, with_question


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
