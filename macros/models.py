"""The shape of everything in data/: pydantic models, frozen, no unknown keys.

Every scalar in a data file reaches these models as text, exactly as it was typed.
"""

import re
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
RAW_HTML = re.compile(r"<[A-Za-z/!?]")
TEMPLATE_MARK = re.compile(r"\{\{|\{%|\{#")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
ISO_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")
A_DAY = timedelta(days=1)
"""A contributor east of Greenwich may already live in tomorrow."""

WHOLE_NUMBER = re.compile(r"(0|[1-9]\d*)")
SHOW = r"^[^{}\n]{0,12}\{:[+]?,?(\.[0-9])?[fg%]\}[^{}\n]{0,20}$"
PAGE = r"^/[a-z0-9/-]+\.md(#[a-z0-9-]+)?$"
TARGET = r"^((question|framework|term|company|claim):[a-z0-9-]+|([a-z0-9-]+/)+(#[a-z0-9-]+)?)$"


class Standing(StrEnum):
    """How far a reader may trust a claim; CONTRIBUTING.md says how one is given."""

    SOURCE_ONLY = "source-only"
    STORY = "story"
    EXAMPLE = "example"
    TARGET = "target"
    CHECKED = "checked"
    CORRECTED = "corrected"
    OURS = "ours"

    @property
    def words(self) -> str:
        """The mark as a reader sees it, such as "source only"."""
        return self.value.replace("-", " ")

    @property
    def meaning(self) -> str:
        """What the mark tells a reader."""
        return MEANINGS[self]


MEANINGS = {
    Standing.SOURCE_ONLY: "Only the source guide says so. Nothing that was read confirms or refutes it.",
    Standing.STORY: "An anecdote that the source guide sets at a firm, without a name, a date or a document.",
    Standing.EXAMPLE: "An illustration, such as a number in a model answer; never meant as a fact about the world.",
    Standing.TARGET: "A goal that somebody sets. It can be sensible or not; it cannot be true or false.",
    Standing.CHECKED: "A primary or independent source was opened and agrees.",
    Standing.CORRECTED: "The source guide is wrong or out of date here. Both versions are shown.",
    Standing.OURS: "Worked out or judged by this guide, with the working in the ledger.",
}


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("line-break", "must stand on one line")
    return text


def _no_comma(text: str) -> str:
    if "," in text:
        raise PydanticCustomError("comma", "must hold no comma; the index parts searches there")
    return text


def _flag(text: object) -> object:
    return {"true": True, "false": False}.get(text, text) if isinstance(text, str) else text


def _plain_text(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty", "holds only blanks")
    if RAW_HTML.search(text):
        raise PydanticCustomError("raw-html", "raw HTML is not allowed; write Markdown")
    if TEMPLATE_MARK.search(text):
        raise PydanticCustomError("template-mark", "template marks are not allowed in data")
    return text


def _iso_date(text: object) -> object:
    if isinstance(text, str) and not ISO_DATE.fullmatch(text):
        raise PydanticCustomError("date", "'{text}' is not a date; write YYYY-MM-DD", {"text": text})
    return text


def _not_in_future(day: date) -> date:
    if day > datetime.now(UTC).date() + A_DAY:
        raise PydanticCustomError("date", "{day} lies in the future", {"day": day.isoformat()})
    return day


def _whole_number(text: object) -> object:
    if isinstance(text, str) and not WHOLE_NUMBER.fullmatch(text):
        raise PydanticCustomError("number", "'{text}' is not a whole number", {"text": text})
    return text


def _web_address(text: str) -> str:
    if problem := _address_problem(text):
        raise PydanticCustomError("url", "the address {problem}", {"problem": problem})
    return text


def _address_problem(text: str) -> str:
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return "is not valid"
    checks = {
        "must begin with https://": parts.scheme != "https",
        "must not hold a user name or password": "@" in parts.netloc,
        "must not hold a space": re.search(r"\s", text) is not None,
        "must not be a punycode or non-ASCII host": "xn--" in host or not host.isascii(),
        "names no host": HOST.fullmatch(host) is None,
    }
    return next((told for told, is_so in checks.items() if is_so), "")


Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]
Text = Annotated[str, Field(min_length=1, max_length=1200), AfterValidator(_plain_text)]
"""One line or paragraph of inline Markdown; figures as [[claim]] or [[claim.name]]."""
Prose = Annotated[str, Field(min_length=1, max_length=6000), AfterValidator(_plain_text)]
"""Several paragraphs or lists of Markdown; figures as in Text."""
Day = Annotated[date, BeforeValidator(_iso_date), AfterValidator(_not_in_future)]
Whole = Annotated[int, BeforeValidator(_whole_number)]
Flag = Annotated[bool, Field(strict=True), BeforeValidator(_flag)]
Line = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(_plain_text), AfterValidator(_one_line)]
"""A short text on one line, printed as it is: no Markdown, no markup."""
PagePath = Annotated[str, Field(pattern=PAGE, max_length=160)]
"""A page from the docs root, such as /technical/concepts.md#idempotency."""
Url = Annotated[str, AfterValidator(_web_address)]

CompetencyId = Literal["technical-judgment", "strategic-thinking", "execution", "leadership"]
PlatformType = Literal["internal", "external", "infrastructure", "ai"]
Level = Literal["senior", "staff", "principal"]
Group = Literal["design", "technical", "metrics", "strategy", "people", "adoption", "contracts", "operations", "ai"]
"""A page of the question bank."""
QueryClass = Literal[
    "topic",
    "acronym",
    "long-form",
    "typo",
    "inflection",
    "spelling",
    "multi-word",
    "prefix",
    "question",
    "hyphen",
    "company",
]
Target = Annotated[str, Field(pattern=TARGET, max_length=160)]
"""What a search may find: question:webhook-system, or a page of the site with or without its anchor."""


class Record(BaseModel):
    """Base of all data: unknown keys are errors and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Computed(Record):
    """A figure that is worked out: a formula over the claim's figures and uses."""

    formula: Annotated[str, Field(min_length=1, max_length=200)]
    show: Annotated[str, Field(pattern=SHOW)] = "{:g}"
    """A Python format for the result, such as "{:.1f} min" or "{:,.0f}"."""


class Claim(Record):
    """A statement that carries a figure or tells a story about a named company."""

    id: Id
    says: Text
    figures: dict[Id, Line] = {}
    uses: dict[Id, str] = {}
    """Figures of other claims that the formulas need: name -> "claim" or "claim.figure"."""
    computed: dict[Id, Computed] = {}
    standing: Standing
    companies: list[Id] = []
    sources: list[Id] = []
    note: Text | None = None
    correction: Text | None = None
    """What is usual or true instead; required when the standing is corrected."""
    checked: Day


class Source(Record):
    """Something that was opened and read, and how much of it."""

    id: Id
    title: Text
    publisher: Text
    address: Url
    kind: Literal["primary", "secondary", "source-guide"]
    read: Literal["whole", "excerpt", "not-opened"]
    date: Line | None = None
    opened: Day
    licence: Line | None = None
    note: Text | None = None


class Conflict(Record):
    """Two or more claims that do not fit together, with the arithmetic."""

    id: Id
    name: Line
    severity: Literal["high", "medium", "low", "info"]
    claims: list[Id] = []
    short: Text
    """One line for the place where a reader meets the number."""
    what: Text
    arithmetic: Prose
    shown: Text
    """How this guide deals with it."""

    @property
    def label(self) -> str:
        """The first words of the note that a reader meets beside the figures."""
        return "These do not fit together." if self.severity in {"high", "medium"} else "About these figures."


class Point(Record):
    """Something a good answer says."""

    text: Text
    must: Flag
    competency: CompetencyId


class FollowUp(Record):
    """What the interviewer asks next, and what to say."""

    prompt: Text
    answer: Prose


class Note(Record):
    """A remark on a passage of an answer."""

    quote: Text
    says: Text
    competency: CompetencyId


class Answer(Record):
    """A graded answer as a candidate would speak it."""

    level: Literal["weak", "hire", "strong"]
    text: Prose
    notes: list[Note] = []


class Higher(Record):
    """What changes in a good answer at a higher level."""

    level: Literal["staff", "principal"]
    expects: Text


class FormPart(Record):
    """One step of a model answer: a sentence to fill with the reader's own facts."""

    part: Text
    say: Text
    """The sentence pattern, with blanks written as ____ ."""
    yours: Text
    """What the reader has to put into the blanks."""
    example: Text


class Question(Record):
    """A question card."""

    id: Id
    rev: Annotated[Whole, Field(ge=1)]
    kind: Literal["recall", "explain", "debug", "estimate", "design", "behavioural", "strategy", "analytical"]
    home: Group | None = None
    """The page of the bank that is the card's home, when its kind does not decide it."""
    prompt: Text
    asks: Text
    competency: CompetencyId
    also: list[CompetencyId] = []
    rounds: Annotated[list[Id], Field(min_length=1)]
    companies: list[Id] = []
    levels: Annotated[list[Level], Field(min_length=1)]
    platform_types: Annotated[list[PlatformType], Field(min_length=1)]
    difficulty: Annotated[Whole, Field(ge=1, le=4)]
    minutes: Annotated[Whole, Field(ge=1, le=60)]
    topics: Annotated[list[Id], Field(min_length=1)]
    frameworks: list[Id] = []
    concepts: list[Id] = []
    first: Text
    points: Annotated[list[Point], Field(min_length=2, max_length=9)]
    why: Prose
    pitfalls: list[Text] = []
    followups: list[FollowUp] = []
    form: list[FormPart] = []
    answers: list[Answer] = []
    differs: Text | None = None
    """What the strong answer does that the hire answer does not, to be seen at a glance."""
    higher: list[Higher] = []
    sources: list[Id] = []
    added: Day
    reviewed: Day


class Origin(Record):
    """Where a framework comes from, and how well that is known."""

    text: Text
    standing: Standing
    sources: list[Id] = []


class Part(Record):
    """A row of a framework: a layer, phase, corner, letter or step."""

    id: Id
    name: Text
    question: Text
    criteria: Text
    example: Text | None = None
    pitfalls: Text | None = None
    extra: dict[str, Text] = {}
    """More columns: heading -> cell; every part of a framework has the same headings."""
    standing: Standing | None = None


class Table(Record):
    """A table in a worked example; every row has a cell for each column."""

    caption: Text
    columns: Annotated[list[Text], Field(min_length=2, max_length=8)]
    rows: Annotated[list[list[Text]], Field(min_length=1)]


class Worked(Record):
    """A worked example: the set-up, optional table, steps, and what you would say."""

    title: Text
    setup: Prose
    table: Table | None = None
    steps: list[Text] = []
    conclusion: Prose


class Rehearsed(Record):
    """How the framework sounds when it is recited, and what to say instead."""

    said: Text
    problem: Text
    better: Text


class Framework(Record):
    """A way to structure an answer."""

    id: Id
    name: Text
    short: Text
    """One line for lists."""
    origin: Origin
    purpose: Prose
    parts: Annotated[list[Part], Field(min_length=2)]
    part_word: Text
    """Heading of the first table column, such as Layer or Phase."""
    steps: Annotated[list[Text], Field(min_length=2)]
    when: Annotated[list[Text], Field(min_length=1)]
    when_not: Annotated[list[Text], Field(min_length=1)]
    sounds_rehearsed: Rehearsed
    worked: Worked
    sources: list[Id] = []
    reviewed: Day


class Clarification(Record):
    """A question the candidate asks, and the answer the interviewer gives."""

    question: Text
    answer: Text


class Requirement(Record):
    """Something the design must hold, with its number."""

    name: Text
    target: Text
    why: Text


class TradeOff(Record):
    """A choice with what it costs and when it would flip."""

    choice: Text
    instead_of: Text
    gains: Text
    costs: Text
    flips_when: Text


class Phase(Record):
    """A stretch of the 45-minute clock."""

    minutes: Annotated[Whole, Field(ge=1, le=45)]
    what: Text


class Separates(Record):
    """A moment of a case at which a strong hire does something else than a hire."""

    moment: Text
    hire: Text
    strong: Text
    competency: CompetencyId


class Case(Record):
    """A worked design case."""

    id: Id
    title: Line
    short: Text
    """One line for lists."""
    prompt: Text
    teaches: Text
    """What this case teaches that the other cases do not."""
    platform_types: Annotated[list[PlatformType], Field(min_length=1)]
    clock: Annotated[list[Phase], Field(min_length=3)]
    clarifying: Annotated[list[Clarification], Field(min_length=3)]
    users: Prose
    requirements: Annotated[list[Requirement], Field(min_length=3)]
    capacity: Prose
    design: Prose
    diagram: Id | None = None
    api: Prose
    trade_offs: Annotated[list[TradeOff], Field(min_length=2)]
    operations: Prose
    rollout: Prose
    metrics: Prose
    deprecation: Prose
    followups: Annotated[list[FollowUp], Field(min_length=2)]
    separates: Annotated[list[Separates], Field(min_length=3)]
    frameworks: list[Id] = []
    concepts: list[Id] = []
    sources: list[Id] = []
    reviewed: Day


class Round(Record):
    """A stage of the interview loop."""

    id: Id
    name: Text
    order: Whole
    length: str | None = None
    """Claim that holds the minutes; none for rounds only some companies have."""
    core: Flag
    tests: Text
    who: Text
    asks: Text
    prepare: Text
    sources: list[Id] = []


class Platform(Record):
    """A kind of platform, and what it changes in an answer."""

    id: PlatformType
    name: Text
    short: Text
    """What belongs to it, in a few words."""
    customer: Text
    leaves: Text
    """Whether its customers can leave, and how."""
    ask: Text
    """What to ask about first."""
    trap: Text


class RubricLevel(Record):
    """A level of a competency, anchored in behaviour that can be observed."""

    level: Annotated[Whole, Field(ge=1, le=4)]
    label: Text
    anchor: Text


class Competency(Record):
    """One of the four scored dimensions."""

    id: CompetencyId
    name: Text
    weight: Id
    """Claim that holds the weight in percent."""
    what: Text
    listens_for: Text
    levels: Annotated[list[RubricLevel], Field(min_length=4, max_length=4)]
    red_flags: list[Text] = []


class Company(Record):
    """What this guide can and cannot say about a company."""

    id: Id
    name: Text
    platform: Text
    """Its platform products, in a line."""
    look_up: Text
    """What to read before an interview there."""
    sources: list[Id] = []


class PolicyCell(Record):
    """What a platform's own pages say on one question, and the day they were read."""

    says: Text
    sources: Annotated[list[Id], Field(min_length=1)]
    read: Day


class Policy(Record):
    """How a platform changes its contract, as its own pages say."""

    id: Id
    name: Line
    company: Id | None = None
    platform_type: PlatformType
    product: Line
    """The API or product that the pages speak of."""
    versions: PolicyCell
    """How versions are named, and how a caller picks one."""
    notice: PolicyCell
    """How long an old version or feature stays after the announcement."""
    preview: PolicyCell
    """What is promised for previews and betas."""
    breaking: PolicyCell
    """What counts as a breaking change."""
    signals: PolicyCell
    """How a caller is told: headers, mails, a changelog, warnings."""


class SurveyOption(Record):
    """An answer that people could choose, and how many did."""

    label: Line
    count: Whole


class SurveyQuestion(Record):
    """A question of a survey with the counts of its answers."""

    id: Id
    asks: Line
    answered: Annotated[Whole, Field(ge=1)]
    several: Flag = False
    """Whether people could choose more than one answer."""
    options: Annotated[list[SurveyOption], Field(min_length=2)]
    reading: Text
    """What to take from it, and what not."""


class Survey(Record):
    """An open survey whose raw answers were counted."""

    id: Id
    title: Line
    source: Id
    respondents: Annotated[Whole, Field(ge=1)]
    limits: Annotated[list[Text], Field(min_length=1)]
    questions: Annotated[list[SurveyQuestion], Field(min_length=1)]


class Term(Record):
    """A glossary entry."""

    id: Id
    name: Line
    long: Line | None = None
    """The long form of an acronym."""
    aliases: list[Line] = []
    definition: Text
    in_interview: Text | None = None
    """When to use the word, or a confusion to avoid."""
    see: list[Id] = []
    tooltip: Flag = False
    sources: list[Id] = []


class Topic(Record):
    """A subject that cards and pages can be found by."""

    id: Id
    name: Text
    page: PagePath


class ChecklistItem(Record):
    """Something to do before the interview."""

    id: Id
    text: Text
    why: Text | None = None
    page: PagePath | None = None


class ChecklistGroup(Record):
    """Items that belong together."""

    name: Text
    items: Annotated[list[ChecklistItem], Field(min_length=1)]


class Checklist(Record):
    """A list that a reader ticks on paper or on screen."""

    id: Id
    name: Text
    intro: Text
    groups: Annotated[list[ChecklistGroup], Field(min_length=1)]


class PlanRow(Record):
    """A block of work in a plan."""

    what: Text
    hours: Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]
    standing: Standing
    claim: str | None = None
    """Claim the hours come from, when the standing is not ours."""
    page: PagePath
    when: Text


class Plan(Record):
    """A preparation plan whose hours add up to its total."""

    id: Id
    name: Text
    total: Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]
    intro: Text
    first: Text
    """The first row in a few words, for a link."""
    rows: Annotated[list[PlanRow], Field(min_length=2)]


class Mistake(Record):
    """A way in which candidates fail, and what to do instead."""

    id: Id
    name: Text
    story: Prose
    why: Text
    instead: list[Text]
    say: Text
    """A sentence that shows the better habit."""


class Faq(Record):
    """A question that readers ask."""

    id: Id
    question: Text
    answer: Prose


class Synonyms(Record):
    """Words that mean the same to somebody who searches; glossary terms and their aliases need no entry."""

    id: Id
    words: Annotated[list[Line], Field(min_length=2)]


class Retired(Record):
    """An id that was removed and must never be used again."""

    id: Id
    kind: Literal[
        "questions",
        "frameworks",
        "cases",
        "companies",
        "policies",
        "surveys",
        "claims",
        "sources",
        "conflicts",
        "glossary",
        "checklists",
        "plans",
        "rounds",
        "platforms",
        "competencies",
        "topics",
        "mistakes",
        "faq",
        "synonyms",
    ]
    on: Day
    why: Text


class Wording(Record):
    """How readers ask for a place, above all in words that the place does not use itself."""

    target: Target
    asked: Annotated[list[Annotated[Line, AfterValidator(_no_comma)]], Field(min_length=1)]


class JudgedQuery(Record):
    """A search as a reader types it, with all that answers it; tests score the search by these."""

    query: Line
    class_: Annotated[QueryClass, Field(alias="class")]
    set: Literal["dev", "held-out", "fresh"]
    accept: Annotated[list[Target], Field(min_length=1)]


class Guide(Record):
    """All of data/, each kind by id in file order."""

    figures: dict[str, dict[str, str]] = {}
    """Claim -> name -> figure as readers see it; "" is the claim's first figure."""

    questions: dict[str, Question] = {}
    frameworks: dict[str, Framework] = {}
    cases: dict[str, Case] = {}
    claims: dict[str, Claim] = {}
    sources: dict[str, Source] = {}
    conflicts: dict[str, Conflict] = {}
    companies: dict[str, Company] = {}
    policies: dict[str, Policy] = {}
    surveys: dict[str, Survey] = {}
    rounds: dict[str, Round] = {}
    platforms: dict[str, Platform] = {}
    competencies: dict[str, Competency] = {}
    glossary: dict[str, Term] = {}
    topics: dict[str, Topic] = {}
    checklists: dict[str, Checklist] = {}
    plans: dict[str, Plan] = {}
    mistakes: dict[str, Mistake] = {}
    faq: dict[str, Faq] = {}
    synonyms: dict[str, Synonyms] = {}
    retired: dict[str, Retired] = {}
    queries: dict[str, JudgedQuery] = {}
    wordings: dict[str, Wording] = {}
