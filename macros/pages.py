"""The macros that pages call; CONTRIBUTING.md lists them for writers."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

from markupsafe import Markup, escape

from macros import chapter, charts, curves, timelines
from macros.catalogue import BANK, LEDGERS, UnknownIdError, claims_cited, ledger_of
from macros.diagram_model import Picture
from macros.hints import did_you_mean
from macros.models import Case, Question, Survey, SurveyQuestion, Term
from macros.render import Renderer, inside_markdown
from macros.tables import PERIODS, TARGETS, availability_rows, burn_rows


class PageMacros:
    """Every public method is a macro: it takes ids and gives Markdown or HTML."""

    def __init__(self, renderer: Renderer, pictures: Mapping[str, Picture]) -> None:
        """Take the renderer of the loaded guide, and the diagrams by id."""
        self._render = renderer
        self._pictures = pictures
        self._guide = renderer.catalogue.guide
        self._note = cache(self._fresh_note)
        self._figure = cache(self._fresh_figure)

    @classmethod
    def names(cls) -> list[str]:
        """Give the names of all macros."""
        return [name for name in dir(cls) if not name.startswith("_") and name not in {"names", "macro", "framed"}]

    def macro(self, name: str) -> Callable[..., str]:
        """Give one macro."""
        method: Callable[..., str] = getattr(self, name)
        return method

    def framed(self, markdown: str, page: str, outcomes: list[str], reviewed: str) -> str:
        """Give a page's Markdown with its head and foot; `page` is its path in docs/, as in "loop/index.md"."""
        headed = self._head(markdown, outcomes, reviewed)
        return headed + self._foot(headed, page)

    def _head(self, markdown: str, outcomes: list[str], reviewed: str) -> str:
        opening = chapter.opening(markdown)
        if not opening or not outcomes:
            return markdown
        meta = self._render.html("chapter_meta", minutes=chapter.minutes(markdown), reviewed=reviewed)
        promised = self._render.html("outcomes", outcomes=outcomes)
        return self._render.fill("chapter.md.j2", opening=opening, meta=Markup(meta), outcomes=Markup(promised))  # noqa: S704 - from templates

    def _foot(self, markdown: str, page: str) -> str:
        cited = [self._render.claim(c) for c in claims_cited(markdown) if c in self._guide.claims]
        notes = [self._note(claim.id) for claim in cited]
        stops = chapter.stops(self._guide, page)
        listed = Markup(self._render.html("stops", stops=stops)) if stops else ""  # noqa: S704 - from a template
        terms = self._terms(f"{markdown}{''.join(notes)}")
        return self._render.fill("footer.md.j2", notes=list(zip(cited, notes, strict=True)), stops=listed, terms=terms)

    def _terms(self, text: str) -> list[Term]:
        """Give the terms whose long form is shown where they stand in the text; Markdown is slow at each of them."""
        return [t for t in self._guide.glossary.values() if t.tooltip and t.long and t.name in text]

    def _fresh_note(self, claim: str) -> Markup:
        return inside_markdown(self._render.html("footnote", claim=self._render.claim(claim)))

    def _fresh_figure(self, claim: str, name: str, mark: bool) -> str:
        value = inside_markdown(escape(self._render.figure(claim, name)))
        return self._render.html(
            "figure", claim=self._render.claim(claim), value=value, marked=mark, linked=False, noted=True
        )

    # figures

    def figure(self, claim: str, name: str = "", mark: bool = True) -> str:
        """Show a figure with its standing and a footnote, or bare when the page marks it elsewhere."""
        return self._figure(claim, name, mark)

    def claim(self, claim: str) -> str:
        """Show the whole sentence of a claim with its standing and a footnote."""
        html = self._render.html("claim", claim=self._render.claim(claim))
        return f"{inside_markdown(html)}[^{claim}]"

    def conflict_note(self, conflict: str) -> str:
        """Show in one line that figures on this page do not fit together."""
        return self._one("conflict_note", "conflicts", conflict)

    def availability_table(self) -> str:
        """Show how much downtime each success rate allows."""
        return self._render.html("availability_table", periods=list(PERIODS), rows=availability_rows())

    def burn_table(self) -> str:
        """Show how fast error rates use up the budgets of three targets."""
        return self._render.html("burn_table", targets=TARGETS, rows=burn_rows())

    # charts

    def rounds_chart(self) -> str:
        """Draw the core rounds one after the other, each as high as its minutes."""
        return self._render.html("timeline", chart=timelines.rounds(self._guide))

    def clock_chart(self) -> str:
        """Draw the phases of a case answer, each as high as its minutes."""
        return self._render.html("timeline", chart=timelines.clock(self._guide))

    def story_chart(self) -> str:
        """Draw the parts of a story in STAR form, each as high as its seconds."""
        return self._render.html("timeline", chart=timelines.story(self._guide))

    def weights_chart(self) -> str:
        """Draw the weights of the scored dimensions."""
        return self._render.html("bar_chart", chart=charts.weights(self._guide))

    def downtime_chart(self) -> str:
        """Draw the downtime that each success rate allows."""
        return self._render.html("bar_chart", chart=charts.downtime())

    def funnel_chart(self) -> str:
        """Draw what the two yields of the source guide come to."""
        return self._render.html("bar_chart", chart=charts.funnel(self._guide))

    def retry_chart(self) -> str:
        """Draw how many calls one failing request makes when every layer retries."""
        return self._render.html("bar_chart", chart=charts.retries(self._guide))

    def burn_chart(self) -> str:
        """Draw what is left of an error budget at several error rates."""
        return self._render.html("curves", chart=curves.burn())

    def buckets_chart(self) -> str:
        """Draw a burst as it passes a token bucket and a leaky bucket."""
        return self._render.html("curves", chart=curves.buckets(self._guide))

    def backlog_chart(self) -> str:
        """Draw how a queue fills during a peak and drains after it."""
        return self._render.html("curves", chart=curves.backlog(self._guide))

    def payback_chart(self) -> str:
        """Draw how long the repair of a debt takes to pay back, by the size of the team."""
        return self._render.html("curves", chart=curves.payback(self._guide))

    def lock_in_chart(self) -> str:
        """Draw a sure premium against the likely cost of an exit."""
        return self._render.html("curves", chart=curves.lock_in(self._guide))

    def survey_chart(self, question: str) -> str:
        """Draw how many people chose each answer to a question of a survey, with what to take from it."""
        survey, asked = self._asked(question)
        return self._render.html("survey_chart", survey=survey, question=asked, chart=charts.survey(asked))

    def survey_limits(self, survey: str) -> str:
        """Show who took part in a survey, where its answers lie, and what it cannot show."""
        return self._one("survey_limits", "surveys", survey)

    def diagram(self, diagram: str) -> str:
        """Show a diagram, drawn for the page and for the phone, with the same in words."""
        return self._render.html("diagram", picture=self._picture(diagram))

    # cases

    def case_page(self, case: str) -> str:
        """Show a worked case: the task, its clock, and each step with its numbers."""
        found = self._render.catalogue.get("cases", case)
        assert isinstance(found, Case)  # noqa: S101 - tells the type checker what "cases" holds
        picture = self._picture(found.diagram) if found.diagram else None
        return self._render.html("case_page", case=found, phases=timelines.phases(found), picture=picture)

    def case_list(self) -> str:
        """List all worked cases with a line each."""
        return self._all("case_list", "cases")

    # frameworks

    def framework_origin(self, framework: str) -> str:
        """Show where a framework comes from."""
        return self._one("framework_origin", "frameworks", framework)

    def framework_purpose(self, framework: str) -> str:
        """Show what a framework is for."""
        return self._one("framework_purpose", "frameworks", framework)

    def framework_table(self, framework: str) -> str:
        """Show the parts of a framework as a table."""
        return self._one("framework_table", "frameworks", framework)

    def framework_steps(self, framework: str) -> str:
        """Show how to work with a framework, step by step."""
        return self._one("framework_steps", "frameworks", framework)

    def framework_use(self, framework: str) -> str:
        """Show when to use a framework and when not."""
        return self._one("framework_use", "frameworks", framework)

    def framework_rehearsed(self, framework: str) -> str:
        """Show how a framework sounds when it is recited, and better."""
        return self._one("framework_rehearsed", "frameworks", framework)

    def framework_worked(self, framework: str) -> str:
        """Show the worked example of a framework."""
        return self._one("framework_worked", "frameworks", framework)

    def framework_list(self) -> str:
        """List all frameworks with a line each."""
        return self._render.html("framework_list", frameworks=list(self._guide.frameworks.values()))

    # questions

    def question_cards(self, group: str) -> str:
        """Show all cards of a group; this page is their home."""
        cards = self._render.catalogue.cards(group)
        return "\n\n".join(self._render.html("question_card", card=card) for card in cards)

    def question_refs(self, *cards: str) -> str:
        """Show cards in short, with a link to their home."""
        found = [self._question(card) for card in cards]
        return self._render.html("question_refs", cards=found)

    def question_index(self) -> str:
        """Show all cards as a table that can be filtered."""
        cards = [card for group in BANK for card in self._render.catalogue.cards(group)]
        return self._render.html("question_index", cards=cards)

    def graded_list(self) -> str:
        """Show all cards that are answered at three levels, with what the strong answer adds."""
        cards = [card for group in BANK for card in self._render.catalogue.cards(group) if card.answers]
        return self._render.html("graded_list", cards=cards)

    # the loop

    def round_table(self) -> str:
        """Show the rounds of the loop."""
        rounds = sorted(self._guide.rounds.values(), key=lambda r: r.order)
        return self._render.html("round_table", rounds=rounds)

    def weights(self) -> str:
        """Show the four scored dimensions with their weights."""
        return self._all("weights", "competencies")

    def rubric(self) -> str:
        """Show the rubric with its four levels."""
        return self._all("rubric", "competencies")

    def interviewer_sheet(self) -> str:
        """Show the rubric as a sheet to score a mock on, with room for notes."""
        return self._all("interviewer_sheet", "competencies")

    def company_sheets(self) -> str:
        """Show a sheet for each company."""
        return self._all("company_sheets", "companies")

    def platform_table(self) -> str:
        """Show the kinds of platform beside each other."""
        return self._render.html("platform_table", kinds=list(self._guide.platforms.values()))

    def platform_tiles(self) -> str:
        """Show the kinds of platform to choose from, with the number of their cards."""
        counts = Counter(kind for card in self._guide.questions.values() for kind in card.platform_types)
        return self._render.html("platform_tiles", kinds=list(self._guide.platforms.values()), counts=counts)

    # preparation

    def plan_tiles(self) -> str:
        """Show the plans to choose from, the longest first."""
        plans = sorted(self._guide.plans.values(), key=lambda plan: -float(plan.total))
        return self._render.html("plan_tiles", plans=plans)

    def checklist(self, checklist: str) -> str:
        """Show a checklist to tick."""
        return self._one("checklist", "checklists", checklist)

    def plan(self, plan: str) -> str:
        """Show a plan with the hours of each block and their sum."""
        return self._one("plan", "plans", plan)

    def mistake_list(self) -> str:
        """Show all mistakes."""
        return self._all("mistake_list", "mistakes")

    def faq_list(self) -> str:
        """Show all frequent questions with their answers."""
        return self._all("faq_list", "faq")

    # reference

    def policy_table(self) -> str:
        """Show how platforms change their contracts, to be filtered by platform and by question."""
        return self._all("policy_table", "policies")

    def glossary_list(self) -> str:
        """Show the glossary in alphabetical order."""
        terms = sorted(self._guide.glossary.values(), key=lambda t: t.name.casefold())
        return self._render.html("glossary_list", terms=terms)

    def topic_index(self) -> str:
        """Show every chapter, card, framework, term and company from A to Z."""
        return self._render.html("topic_index")

    def search_page(self) -> str:
        """Show the search as a page, with the query in its address."""
        return self._render.html("search_page")

    def source_list(self) -> str:
        """Show all sources."""
        return self._render.html(
            "source_list", sources=sorted(self._guide.sources.values(), key=lambda s: s.title.casefold())
        )

    def standing_list(self) -> str:
        """Show what each standing means and how many claims have it."""
        return self._all("standing_list", "claims")

    def ledger(self, part: str = "told") -> str:
        """Show claims as a table: "told" for what somebody else says, "ours" for what is worked out here."""
        if part not in LEDGERS:
            raise UnknownIdError(f"there is no part '{part}' of the ledger; {did_you_mean(part, LEDGERS)}")
        mine = [claim for claim in self._guide.claims.values() if ledger_of(claim) == part]
        return self._render.html("ledger", records=mine, others=part == "told")

    def conflict_list(self) -> str:
        """Show all conflicts with their arithmetic."""
        return self._all("conflict_list", "conflicts")

    def download(self, what: str) -> str:
        """Show a file of the editions by its path in the site, or the PDFs of all "chapters"."""
        return self._render.html("download", what=what)

    def _one(self, template: str, kind: str, id_: str) -> str:
        return self._render.html(template, record=self._render.catalogue.get(kind, id_))

    def _all(self, template: str, kind: str) -> str:
        return self._render.html(template, records=list(getattr(self._guide, kind).values()))

    def _picture(self, diagram: str) -> Picture:
        if diagram not in self._pictures:
            hint = did_you_mean(diagram, self._pictures)
            raise UnknownIdError(f"there is no '{diagram}' in diagrams" + (f"; {hint}" if hint else ""))
        return self._pictures[diagram]

    def _asked(self, question: str) -> tuple[Survey, SurveyQuestion]:
        asked = {asked.id: (survey, asked) for survey in self._guide.surveys.values() for asked in survey.questions}
        if question not in asked:
            hint = did_you_mean(question, asked)
            raise UnknownIdError(f"there is no question '{question}' in surveys" + (f"; {hint}" if hint else ""))
        return asked[question]

    def _question(self, card: str) -> Question:
        found = self._render.catalogue.get("questions", card)
        if not isinstance(found, Question):
            raise UnknownIdError(card)
        return found
