"""The Anki package, put through the real Anki: imported, studied, imported again in a newer edition."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from anki.scheduler.v3 import CardAnswer
from lxml import html

from exports.editions import anki, flashcard
from exports.editions.source import Page, Source
from exports.site import BuiltPage
from macros.models import Guide
from tests.exports.conftest import ADDRESS

Write = Callable[[Source, Guide], Path]
"""Writes a package and gives its path."""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(public: Source, guide: Guide) -> Path:
        path = tmp_path / f"{public.edition.iso}.apkg"
        path.write_bytes(anki.make(public, guide))
        return path

    return write


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def take_in(collection: Collection, package: Path) -> dict[str, int]:
    """Import a package as the dialog does when nothing is changed in it; give how many notes were new and so on."""
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package))).log
    return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")}


def notes(collection: Collection) -> dict[str, int]:
    """Give the number that Anki has for each of our ids."""
    return {collection.get_note(number)["Id"]: int(number) for number in collection.find_notes("")}


def study(collection: Collection) -> str:
    """Answer the first card with Easy, so that it is due in some days; give its id."""
    collection.decks.set_current(collection.decks.id_for_name(anki.DECK))
    first = collection.sched.get_queued_cards().cards[0]
    card = collection.get_card(first.card.id)
    card.start_timer()
    answer = collection.sched.build_answer(card=card, states=first.states, rating=CardAnswer.EASY)
    collection.sched.answer_card(answer)
    return card.note()["Id"]


def schedule(collection: Collection, id_: str) -> tuple[int, ...]:
    """Give what Anki remembers of a card: its state, due day, interval, ease and reviews."""
    [number] = collection.find_cards(f"Id:{id_}")
    card = collection.get_card(number)
    return (int(number), card.type, card.queue, card.due, card.ivl, card.factor, card.reps, card.lapses)


def newer(public: Source, guide: Guide, edited: str) -> tuple[Source, Guide]:
    """Give the edition of the next day: a card with another text, and a new card."""
    card = guide.questions[edited].model_copy(update={"id": "brand-new"})
    edition = replace(public.edition, moment=public.edition.moment + timedelta(days=1))
    return (
        replace(public, pages=tuple(changed(page, edited) for page in public.pages), edition=edition),
        guide.model_copy(update={"questions": {**guide.questions, "brand-new": card}}),
    )


def changed(page: Page, edited: str) -> Page:
    root = html.document_fromstring(page.text)
    for article in root.xpath(f"//article[@data-question='{edited}']"):
        added = deepcopy(article)
        added.set("data-question", "brand-new")
        article.getparent().append(added)
        article.xpath(".//p[@class='card__first']")[0].text = "Say something better."
        return Page(page.url, html.tostring(root, encoding="unicode"))
    return page


def test_every_card_is_in_the_package_once(collection: Collection, write: Write, public: Source, guide: Guide) -> None:
    assert take_in(collection, write(public, guide))["new"] == len(guide.questions)
    assert set(notes(collection)) == set(guide.questions)
    assert collection.card_count() == len(guide.questions)


def test_a_newer_edition_updates_the_text_and_keeps_the_schedule(
    collection: Collection, write: Write, public: Source, guide: Guide
) -> None:
    take_in(collection, write(public, guide))
    studied = study(collection)
    before, numbers = schedule(collection, studied), notes(collection)

    counts = take_in(collection, write(*newer(public, guide, studied)))

    assert counts == {"new": 1, "updated": len(guide.questions), "duplicate": 0, "conflicting": 0}
    assert schedule(collection, studied) == before
    assert before[6] == 1, "the card was studied"
    assert notes(collection) == numbers | {"brand-new": notes(collection)["brand-new"]}
    assert "Say something better." in collection.get_note(numbers[studied])["Opening"]
    assert [deck.name for deck in collection.decks.all_names_and_ids() if deck.id != 1] == [anki.DECK]
    assert [kind.name for kind in collection.models.all_names_and_ids()].count(anki.DECK) == 1


def test_easier_cards_come_first(collection: Collection, write: Write, public: Source, guide: Guide) -> None:
    take_in(collection, write(public, guide))
    order = [collection.get_card(number).note()["Id"] for number in collection.find_cards("", order="c.due")]
    assert order == sorted(guide.questions, key=lambda id_: (guide.questions[id_].difficulty, id_))


def test_the_same_edition_twice_changes_nothing(
    collection: Collection, write: Write, public: Source, guide: Guide
) -> None:
    package = write(public, guide)
    take_in(collection, package)
    assert take_in(collection, package) == {
        "new": 0,
        "updated": 0,
        "duplicate": len(guide.questions),
        "conflicting": 0,
    }


def test_tags_find_the_cards_they_name(collection: Collection, write: Write, public: Source, guide: Guide) -> None:
    take_in(collection, write(public, guide))
    for search, expected in {
        "tag:platform-pm::competency::leadership": {
            card.id for card in guide.questions.values() if "leadership" in (card.competency, *card.also)
        },
        "tag:platform-pm::round::technical": {
            card.id for card in guide.questions.values() if "technical" in card.rounds
        },
        "tag:platform-pm::topic::webhooks": {card.id for card in guide.questions.values() if "webhooks" in card.topics},
        "tag:platform-pm::difficulty::4": {card.id for card in guide.questions.values() if card.difficulty == 4},
    }.items():
        found = {collection.get_note(number)["Id"] for number in collection.find_notes(search)}
        assert found == expected, search
        assert found, search


def test_no_word_of_a_card_is_lost(collection: Collection, write: Write, public: Source, guide: Guide) -> None:
    """Front and back as Anki renders them hold every text of the card on the site."""
    take_in(collection, write(public, guide))
    for page in public.pages:
        for article in html.document_fromstring(page.text).xpath("//article[@data-question]"):
            [number] = collection.find_cards(f"Id:{article.get('data-question')}")
            shown = words(html.fromstring(collection.get_card(number).answer()))
            told = [words(part) for part in blocks(article)]
            assert [text for text in told if text not in shown] == [], article.get("data-question")


def blocks(article: html.HtmlElement) -> list[html.HtmlElement]:
    """Give the parts of a card that hold text of their own, without the site's helpers."""
    card = deepcopy(article)
    for helper in card.xpath(
        ".//a[@class='headerlink'] | .//*[contains(@class, 'visually-hidden')] | .//summary[.='Answer']"
    ):
        helper.drop_tree()
    return list(card.xpath(".//p | .//li[not(*[self::p or self::h4])] | .//h2 | .//h3 | .//h4 | .//summary"))


def words(element: html.HtmlElement) -> str:
    return "".join(element.text_content().split())


def test_links_are_whole_and_lead_to_the_card(public: Source, by_url: dict[str, BuiltPage]) -> None:
    for card in flashcard.cards(public):
        fragments = html.fragments_fromstring("".join(card[1:-1]), no_leading_text=False)
        links = [
            card.link,
            *(link for part in fragments if not isinstance(part, str) for link in part.xpath(".//@href")),
        ]
        assert len(links) > 1
        for link in links:
            assert link.startswith("https://")
            if link.startswith(ADDRESS):
                url, _, anchor = link.removeprefix(ADDRESS).partition("#")
                assert anchor in {"", *by_url[url].ids}, link


def test_without_an_address_no_link_leads_to_the_machine_that_built_it(public: Source) -> None:
    for card in flashcard.cards(replace(public, address="")):
        assert not card.link
        assert "127.0.0.1" not in "".join(card)
        assert 'href="..' not in "".join(card)


def test_the_bytes_depend_on_the_content_alone(write: Write, public: Source, guide: Guide) -> None:
    first = write(public, guide).read_bytes()
    assert write(public, guide).read_bytes() == first
    assert write(*newer(public, guide, "webhook-system")).read_bytes() != first


def test_a_reader_s_own_field_stops_the_updates_as_the_page_says(
    collection: Collection, write: Write, public: Source, guide: Guide
) -> None:
    take_in(collection, write(public, guide))
    kind = collection.models.by_name(anki.DECK)
    collection.models.add_field(kind, collection.models.new_field("My story"))
    collection.models.update_dict(kind)
    counts = take_in(collection, write(*newer(public, guide, "webhook-system")))
    assert counts["updated"] == 0
    assert "Say something better." not in collection.get_note(notes(collection)["webhook-system"])["Opening"]


def test_ids_of_notes_come_from_the_card_s_id_alone(
    collection: Collection, write: Write, public: Source, guide: Guide
) -> None:
    take_in(collection, write(public, guide))
    guid = collection.get_note(notes(collection)["webhook-system"]).guid
    assert guid == "Dwd}9cZYYG", "decks of readers know the note by this"
