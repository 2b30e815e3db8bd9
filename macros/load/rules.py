"""Rules about single records and lists that a model's types cannot say."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from macros.load.entry import Entry
from macros.load.problems import Problem
from macros.models import Answer, Case, Claim, Framework, Plan, Question, Standing, Survey, Synonyms, Term

CASE_MINUTES = 45
NEEDS_SOURCE = {Standing.CHECKED, Standing.CORRECTED}


def check(entries: list[Entry]) -> Iterator[Problem]:
    """Give a problem for every broken rule."""
    for entry in entries:
        match entry.record:
            case Question() as question:
                yield from _question(entry, question)
            case Claim() as claim:
                yield from _claim(entry, claim)
            case Framework() as framework:
                yield from _framework(entry, framework)
            case Case() as case:
                yield from _case(entry, case)
            case Plan() as plan:
                yield from _plan(entry, plan)
            case Survey() as survey:
                yield from _survey(entry, survey)
    yield from _terms(entries)
    yield from _synonyms(entries)
    yield from _survey_questions(entries)


def _question(entry: Entry, question: Question) -> Iterator[Problem]:
    if not any(point.must for point in question.points):
        yield entry.problem(("points",), "no-must", "no point is a must", "set must: true on what a pass needs")
    for field in ("pitfalls", "followups"):
        if question.kind != "recall" and not getattr(question, field):
            told = f"a card of kind '{question.kind}' needs {field}"
            yield entry.problem((field,), "missing-key", told, "only recall cards go without")
    if bool(question.answers) != (question.differs is not None):
        told = "graded answers and `differs` go together"
        yield entry.problem(("differs",), "no-differs", told, "say in a sentence what the strong answer adds")
    for number, answer in enumerate(question.answers):
        yield from _passages(entry, number, answer)


def _passages(entry: Entry, number: int, answer: Answer) -> Iterator[Problem]:
    """Tell quotes that can not be marked in the answer: not said, over a paragraph's end, or one over another."""
    end = 0
    for at, note in sorted(enumerate(answer.notes), key=lambda item: answer.text.find(item[1].quote)):
        start = answer.text.find(note.quote)
        if fault := _fault(note.quote, start, end):
            yield entry.problem(("answers", number, "notes", at, "quote"), "bad-quote", fault)
        end = max(end, start + len(note.quote))


def _fault(quote: str, start: int, end: int) -> str:
    faults = {
        "the answer does not say this": start < 0,
        "the quote leaves its paragraph": "\n" in quote,
        "the quote cuts through emphasis or code": any(quote.count(sign) % 2 for sign in ("**", "*", "`")),
        "the quote overlaps another one": 0 <= start < end,
    }
    return next((told for told, is_so in faults.items() if is_so), "")


def _case(entry: Entry, case: Case) -> Iterator[Problem]:
    total = sum(phase.minutes for phase in case.clock)
    if total != CASE_MINUTES:
        yield entry.problem(("clock",), "bad-sum", f"the phases add up to {total} minutes, not {CASE_MINUTES}")


def _claim(entry: Entry, claim: Claim) -> Iterator[Problem]:
    if claim.standing in NEEDS_SOURCE and not set(claim.sources) - {"source-guide"}:
        told = f"a claim that is {claim.standing.words} needs a source besides the source guide"
        yield entry.problem(("standing",), "no-source", told, "add the id of a source, or change the standing")
    if (claim.standing is Standing.CORRECTED) != (claim.correction is not None):
        told = "a correction and the standing 'corrected' go together"
        yield entry.problem(("standing",), "no-correction", told, "say in `correction` what is true instead")
    for name, figure in claim.figures.items():
        if claim.standing is not Standing.OURS and bare(figure) not in bare(claim.says):
            yield entry.problem(("figures", name), "figure-unsaid", f"`says` does not hold the figure '{figure}'")


def bare(text: str) -> str:
    """Drop comparison signs and case, since a sentence may say "below 200ms" for "<200ms"."""
    return text.translate(str.maketrans("", "", "<>≤≥")).casefold()


def _framework(entry: Entry, framework: Framework) -> Iterator[Problem]:
    headings = list(framework.parts[0].extra)
    for number, part in enumerate(framework.parts):
        if list(part.extra) != headings:
            told = f"'{part.name}' has other columns than '{framework.parts[0].name}'"
            yield entry.problem(("parts", number), "uneven-table", told, f"expected: {', '.join(headings) or 'none'}")
    table = framework.worked.table
    for number, row in enumerate(table.rows if table else []):
        if table and len(row) != len(table.columns):
            told = f"the row has {len(row)} cells for {len(table.columns)} columns"
            yield entry.problem(("worked", "table", "rows", number), "uneven-table", told)


def _plan(entry: Entry, plan: Plan) -> Iterator[Problem]:
    total = sum(Decimal(row.hours) for row in plan.rows)
    if total != Decimal(plan.total):
        yield entry.problem(("total",), "bad-sum", f"the rows add up to {total} hours, not {plan.total}")


def _survey(entry: Entry, survey: Survey) -> Iterator[Problem]:
    for number, question in enumerate(survey.questions):
        counts = [option.count for option in question.options]
        most = max(counts) if question.several else sum(counts)
        if not most <= question.answered <= survey.respondents:
            told = f"{most} answers of {question.answered} people, of {survey.respondents} in all"
            yield entry.problem(("questions", number), "bad-sum", told, "count the raw answers again")


def _survey_questions(entries: list[Entry]) -> Iterator[Problem]:
    surveys = [(entry, entry.record.questions) for entry in entries if isinstance(entry.record, Survey)]
    times = Counter(question.id for _, questions in surveys for question in questions)
    for entry, questions in surveys:
        for number, question in enumerate(questions):
            if times[question.id] > 1:
                told = f"the id '{question.id}' names more than one question of a survey"
                yield entry.problem(("questions", number, "id"), "duplicate-id", told)


def _terms(entries: list[Entry]) -> Iterator[Problem]:
    terms = [(entry, entry.record) for entry in entries if isinstance(entry.record, Term)]
    names = Counter(name.casefold() for _, term in terms for name in {term.name, *term.aliases})
    for entry, term in terms:
        for name in sorted({term.name, *term.aliases}):
            if names[name.casefold()] > 1:
                yield entry.problem(("name",), "duplicate-name", f"'{name}' names more than one term")


def _synonyms(entries: list[Entry]) -> Iterator[Problem]:
    groups = [(entry, entry.record.words) for entry in entries if isinstance(entry.record, Synonyms)]
    times = Counter(word.casefold() for _, words in groups for word in words)
    for entry, words in groups:
        for number, word in enumerate(words):
            if times[word.casefold()] > 1:
                told = f"'{word}' is listed more than once"
                yield entry.problem(("words", number), "duplicate-name", told, "put all its synonyms into one list")
