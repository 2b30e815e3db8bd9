"""Every card with answers has them in their full form, three or more for each dimension."""

import re
from collections import Counter

import pytest

from macros.models import Answer, Guide, Question

IN_EACH_DIMENSION = 3
WORDS = range(120, 211)
NOTES = range(5, 9)


def words(answer: Answer) -> int:
    """Count a figure as one word, as it is spoken."""
    return len(re.sub(r"\[\[.*?\]\]", "figure", answer.text).split())


def faults(card: Question) -> list[str]:
    """Tell where a graded card falls short of the form."""
    found = [f"{answer.level}: {words(answer)} words" for answer in card.answers if words(answer) not in WORDS]
    found += [f"{answer.level}: {len(answer.notes)} notes" for answer in card.answers if len(answer.notes) not in NOTES]
    found += [
        f"{answer.level}: '{note.quote}' is not in it once"
        for answer in card.answers
        for note in answer.notes
        if answer.text.count(note.quote) != 1
    ]
    levels = {answer.level: answer for answer in card.answers}
    if set(levels) != {"weak", "hire", "strong"}:
        return [*found, "a level is missing"]
    if words(levels["strong"]) > words(levels["hire"]):
        found.append("the strong answer is longer than the hire answer")
    if {higher.level for higher in card.higher} != {"staff", "principal"}:
        found.append("staff or principal level is missing")
    if not card.differs:
        found.append("nobody says what the strong answer adds")
    return found


def test_every_graded_card_is_whole(guide: Guide) -> None:
    found = {card.id: faults(card) for card in guide.questions.values() if card.answers}
    assert {id_: told for id_, told in found.items() if told} == {}


def test_each_dimension_has_its_cards(guide: Guide) -> None:
    whole = Counter(str(card.competency) for card in guide.questions.values() if card.answers)
    assert {id_ for id_ in guide.competencies if whole[id_] < IN_EACH_DIMENSION} == set()


@pytest.mark.parametrize("words_more", [0, 200])
def test_a_planted_fault_is_found(guide: Guide, words_more: int) -> None:
    card = next(card for card in guide.questions.values() if card.answers and not faults(card))
    answers = [answer.model_copy(update={"text": answer.text + " word" * words_more}) for answer in card.answers]
    assert bool(faults(card.model_copy(update={"answers": answers}))) == bool(words_more)


def test_a_planted_quote_is_found(guide: Guide) -> None:
    card = next(card for card in guide.questions.values() if card.answers and not faults(card))
    first, *others = card.answers
    note = first.notes[0].model_copy(update={"quote": "nobody said this"})
    planted = first.model_copy(update={"notes": [note, *first.notes[1:]]})
    assert faults(card.model_copy(update={"answers": [planted, *others]})) == [
        f"{first.level}: 'nobody said this' is not in it once"
    ]


def test_every_red_flag_says_which_level_it_caps(guide: Guide) -> None:
    flags = [flag for competency in guide.competencies.values() for flag in competency.red_flags]
    assert [flag for flag in flags if not re.search(r": level (one|two|three) at most\.$", flag)] == []
