"""What the guide as a whole promises its readers."""

import re
from decimal import Decimal

import pytest

from exports.site import BuiltPage
from macros.catalogue import BANK, Catalogue
from macros.models import Guide

GLOSSARY = "reference/glossary/"
FRAMEWORKS = {
    "platform-value-pyramid": 4,
    "api-lifecycle-matrix": 5,
    "trade-off-triangle": 3,
    "heart": 5,
    "rice": 4,
    "weighted-scoring": 2,
    "five-whys": 5,
    "error-budget": 2,
    "star": 4,
}
"""Framework -> the least number of its parts."""

CASES, POLICIES, GRADED = 4, 8, 5
"""The least number of worked cases, of platforms side by side, and of cards with three answers."""

SIX_MODEL_ANSWERS = 6
"""The source guide works out six answers."""


def test_the_scored_weights_sum_to_a_hundred(guide: Guide) -> None:
    weights = {id_: guide.figures[c.weight][""] for id_, c in guide.competencies.items()}
    assert [int(weight.rstrip("%")) for weight in weights.values()] == [30, 25, 25, 20]


@pytest.mark.parametrize(("framework", "parts"), FRAMEWORKS.items())
def test_every_framework_of_the_source_guide_is_whole(guide: Guide, framework: str, parts: int) -> None:
    assert len(guide.frameworks[framework].parts) >= parts


def test_heart_marks_the_terms_that_the_source_guide_leaves_out(guide: Guide) -> None:
    standings = [part.standing for part in guide.frameworks["heart"].parts]
    assert [str(standing) for standing in standings if standing].count("ours") == 3


def test_every_card_but_recall_has_pitfalls_and_followups(guide: Guide) -> None:
    cards = [card for card in guide.questions.values() if card.kind != "recall"]
    assert [card.id for card in cards if not (card.pitfalls and card.followups)] == []


def test_design_answers_begin_with_the_developers(guide: Guide) -> None:
    designs = [card for card in guide.questions.values() if card.kind == "design"]
    assert [card.id for card in designs if "step 0" not in card.points[0].text.lower()] == []


def test_model_answers_are_forms_to_fill(guide: Guide) -> None:
    forms = [card for card in guide.questions.values() if card.form]
    assert len(forms) >= SIX_MODEL_ANSWERS
    assert all(any("____" in part.say for part in card.form) for card in forms)


@pytest.mark.parametrize("group", BANK)
def test_every_page_of_the_bank_has_cards(guide: Guide, group: str) -> None:
    assert Catalogue(guide).cards(group)


def test_four_cases_are_worked_and_each_kind_of_record_is_there(guide: Guide) -> None:
    assert len(guide.cases) >= CASES
    assert len(guide.policies) >= POLICIES
    assert guide.surveys


def test_a_graded_card_has_three_levels_with_notes(guide: Guide) -> None:
    graded = [card for card in guide.questions.values() if card.answers]
    assert len(graded) >= GRADED
    for card in graded:
        assert [answer.level for answer in card.answers] == ["weak", "hire", "strong"], card.id
        assert all(answer.notes for answer in card.answers), card.id


def test_the_conflicts_are_data_and_ten_are_high(guide: Guide) -> None:
    assert len(guide.conflicts) == 39
    assert sum(conflict.severity == "high" for conflict in guide.conflicts.values()) == 10


def test_plans_hold_their_hours(guide: Guide) -> None:
    assert {id_: Decimal(plan.total) for id_, plan in guide.plans.items()}["eight-weeks"] == 80


def test_every_glossary_term_is_used_outside_the_glossary(guide: Guide, built: list[BuiltPage]) -> None:
    text = " ".join(page.root.text_content() for page in built if page.url != GLOSSARY).casefold()
    names = {id_: [term.name, term.long or term.name, *term.aliases] for id_, term in guide.glossary.items()}
    assert len(names) >= 80
    unused = [id_ for id_, forms in names.items() if not any(_stands(form, text) for form in forms)]
    assert unused == []


def _stands(form: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form.casefold())}", text) is not None


def test_terms_are_explained_where_they_stand(built: list[BuiltPage]) -> None:
    with_tooltips = [page.url for page in built if page.root.xpath("//article//abbr[@title]")]
    assert len(with_tooltips) > len(built) / 2
