"""The question cards as an Anki package that updates a reader's deck without touching their schedule (adr/018)."""

from io import BytesIO
from zipfile import ZipFile

from genanki import Deck, Model, Note, Package, guid_for

from exports.editions import archive
from exports.editions.flashcard import Flashcard, cards
from exports.editions.source import Source
from exports.editions.templating import text
from macros.models import Guide, Question

MODEL_ID = 1_914_203_577
DECK_ID = 1_402_771_960
"""Readers’ collections know the note type by its id; neither ever changes."""

GUIDS = "ppm-guide"
DECK = "Platform PM Interview Guide"
TAGS = "platform-pm"
LABELS = {"followups": "Follow-ups"}
ABOUT = (
    "Question cards of the Platform PM Interview Guide. Import a newer edition over this one: texts change, your"
    " schedule stays. Cards that the guide has dropped stay until you delete them. Text: CC BY 4.0. {address}"
)


def make(source: Source, guide: Guide) -> bytes:
    """Give the package.

    Anki takes over a changed text only from a package that is newer than the one before, so the moment of an
    edition must grow.
    """
    deck = Deck(DECK_ID, DECK, ABOUT.format(address=source.address).strip())
    for place, card in enumerate(sorted(cards(source), key=lambda card: guide.questions[card.id].difficulty)):
        deck.add_note(_note(card, guide.questions[card.id], place))
    raw = BytesIO()
    Package(deck).write_to_file(raw, timestamp=source.edition.moment.timestamp())
    with ZipFile(raw) as package:
        return archive.pack([(name, package.read(name)) for name in package.namelist()], source.edition.moment)


def _model() -> Model:
    fields = [{"name": LABELS.get(field, field.capitalize())} for field in Flashcard._fields]
    question = {"name": "Question", "qfmt": text("anki_front.html"), "afmt": text("anki_back.html")}
    return Model(MODEL_ID, DECK, fields=fields, templates=[question], css=text("anki.css"), sort_field_index=0)


def _note(card: Flashcard, question: Question, place: int) -> Note:
    return Note(_model(), list(card), guid=guid_for(GUIDS, card.id), tags=_tags(question), due=place)


def _tags(question: Question) -> list[str]:
    kinds: dict[str, list[str]] = {
        "competency": [question.competency, *question.also],
        "round": question.rounds,
        "topic": question.topics,
        "difficulty": [str(question.difficulty)],
        "kind": [question.kind],
        "level": [*question.levels],
    }
    return [f"{TAGS}::{kind}::{value}" for kind, values in kinds.items() for value in values]
