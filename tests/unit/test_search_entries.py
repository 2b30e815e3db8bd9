"""A page is cut into what can be found: itself, its sections, its records; what repeats is left out."""

from lxml import html

from exports.search_entries import Entry, entries
from exports.site import BuiltPage
from macros.models import Guide, Term

CHAPTER = """
<html><head><meta name="description" content="What it is about."></head><body><article class="text md-typeset">
<p class="chapter-meta">4 min to read</p>
<h1 id="caching">Caching<a class="headerlink" href="#caching">#</a></h1><p>Lead with a <strong>key</strong>s.</p>
<h2 id="keys">Keys &amp; values</h2><p>First.</p><p>Second <span class="mark">ours</span>.</p>
<h3 id="long-keys">Long keys</h3><ul><li>One</li><li>Two</li></ul>
<h2>No id</h2><p>Third.</p>
<div data-question-ref="slow-call">A card of another page.</div>
<h2 id="notes-and-sources">Notes and sources</h2><div class="footnote"><p>A note.</p></div>
</article></body></html>
"""
CARDS = """
<html><body><article class="text md-typeset"><h1 id="cards">Cards</h1>
<article class="card" id="slow-call" data-question="slow-call"><h2 class="card__prompt">Why is it slow?</h2>
<p>What you look at.</p><ul class="card__facts"><li>5 min</li></ul>
<details class="card__answer"><summary>Answer</summary><h3>Open with</h3><p>Percentiles.</p></details></article>
<p>After the cards.</p></article></body></html>
"""
GLOSSARY = """
<html><body><article class="text md-typeset"><h1 id="glossary">Glossary</h1>
<section id="slo" data-term="slo" aria-labelledby="slo-name"><h2 id="slo-name">SLO <span class="term__long">service
level objective</span></h2><p>A target.</p><p class="term__more">Also SLOs</p></section></article></body></html>
"""
LEDGER = """
<html><body><article class="text md-typeset"><h1 id="figures">Figures</h1><table><tbody>
<tr id="speed" data-claim-row="speed"><th>A call takes 20 ms.<code class="ledger__id">speed</code></th>
<td data-label="Figures"><ul><li>20</li></ul></td><td><p>A note.</p></td></tr></tbody></table></article></body></html>
"""

POLICIES = """
<html><body><article class="text md-typeset"><h1 id="policies">Policies</h1><table>
<thead><tr><th>Platform</th></tr></thead><tbody><tr id="some-cloud" data-policy="some-cloud">
<th>Some Cloud: <span class="policy__product">Jobs API</span>
<span class="policy__type">External platform</span></th><td data-label="Notice">A year.
<span class="policy__source"><a href="#">A page</a>, read <time>2026-01-02</time></span></td></tr></tbody></table>
</article></body></html>
"""
GRADED = """
<html><body><article class="text md-typeset"><h1 id="cards">Cards</h1><p>I ask <mark class="passage">where it
goes</mark><sup class="passage__number" id="x-1-at"><a href="#x-1">1</a></sup>.</p><ol><li id="x-1"
data-note="1">It looks. <a class="graded__back" href="#x-1-at">↑</a></li></ol></article></body></html>
"""


def found(guide: Guide | None = None, **pages: str) -> list[Entry]:
    built = [
        BuiltPage(f"{name.replace('_', '/')}/index.html", html.document_fromstring(text))
        for name, text in pages.items()
    ]
    return entries(built, guide or Guide())


def test_a_chapter_is_cut_at_its_headings_with_ids() -> None:
    page, keys, long_keys = found(craft_caching=CHAPTER)
    assert (page.address, page.level, page.title) == ("craft/caching/", 1, "Caching")
    assert page.text == "What it is about. Lead with a keys."
    assert (keys.address, keys.level, keys.title) == ("craft/caching/#keys", 2, "Keys & values")
    assert keys.text == "First. Second."
    assert (long_keys.level, long_keys.text) == (3, "One Two No id Third.")
    assert {entry.kind for entry in (page, keys, long_keys)} == {"chapter"}


def test_a_card_is_found_whole_and_what_follows_belongs_to_the_page() -> None:
    page, card = found(questions_design=CARDS)
    assert (card.address, card.kind, card.title) == ("questions/design/#slow-call", "question", "Why is it slow?")
    assert card.text == "What you look at. Percentiles."
    assert page.text == "After the cards."


def test_a_term_has_its_long_form_and_aliases_from_data() -> None:
    term = Term(id="slo", name="SLO", long="service level objective", aliases=["SLOs"], definition="A target.")
    _, slo = found(Guide(glossary={"slo": term}), reference_glossary=GLOSSARY)
    assert (slo.kind, slo.title, slo.text) == ("term", "SLO", "A target.")
    assert (slo.long, slo.aliases) == ("service level objective", ["service level objective", "SLOs"])


def test_claims_come_last() -> None:
    assert [entry.kind for entry in found(a=LEDGER, b=CHAPTER)] == ["chapter", "chapter", "chapter", "chapter", "claim"]
    claim = found(a=LEDGER)[-1]
    assert (claim.title, claim.text) == ("A call takes 20 ms.", "A note.")


def test_sections_are_of_the_kind_of_their_page() -> None:
    kinds = {name: found(**{name: CHAPTER})[0].kind for name in ("frameworks", "frameworks_rice", "cases", "role")}
    assert kinds == {"frameworks": "chapter", "frameworks_rice": "framework", "cases": "case", "role": "chapter"}


def test_pages_that_only_lead_on_are_not_searched() -> None:
    assert found(search=CHAPTER, topics=CHAPTER) == []


def test_a_policy_is_found_by_its_platform_and_product() -> None:
    _, policy = found(reference_policies=POLICIES)
    assert (policy.address, policy.kind) == ("reference/policies/#some-cloud", "chapter")
    assert (policy.title, policy.text) == ("Some Cloud: Jobs API", "A year.")


def test_the_numbers_of_passages_are_not_said() -> None:
    [page] = found(questions_people=GRADED)
    assert page.text == "I ask where it goes. It looks."
