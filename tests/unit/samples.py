"""A small, correct data folder that tests break in one place each."""

CLAIM = """\
- id: speed
  says: A call takes 20 ms in the sample.
  figures: {value: "20"}
  standing: example
  sources: [source-guide]
  checked: 2026-01-02
"""
SOURCE = """\
- id: source-guide
  title: The source guide
  publisher: Somebody
  address: https://example.org/guide
  kind: source-guide
  read: excerpt
  opened: 2026-01-02
"""
ROUND = """\
- id: technical
  name: Technical round
  order: 3
  core: true
  tests: System design
  who: An engineer
  asks: Design something
  prepare: Draw
"""
TOPIC = """\
- id: metrics
  name: Metrics
  page: /craft/metrics.md
"""
QUESTION = """\
id: slow-call
rev: 1
kind: explain
prompt: Why is a call slow?
asks: Whether you look before you guess.
competency: technical-judgment
rounds: [technical]
levels: [senior]
platform_types: [internal]
difficulty: 2
minutes: 5
topics: [metrics]
first: I would ask where the time goes.
points:
  - text: Ask at which percentile.
    must: true
    competency: technical-judgment
  - text: A call takes [[speed]] ms.
    must: false
    competency: execution
why: Measuring comes before guessing.
pitfalls: [Guessing the database.]
followups:
  - prompt: And then?
    answer: Then I look at the slowest hop.
sources: [source-guide]
added: 2026-01-02
reviewed: 2026-01-02
"""
GOOD = {
    "claims/sample.yml": CLAIM,
    "sources.yml": SOURCE,
    "rounds.yml": ROUND,
    "topics.yml": TOPIC,
    "questions/slow-call.yml": QUESTION,
}


def with_question(old: str, new: str) -> dict[str, str | bytes]:
    """Give the good files with one piece of the question replaced."""
    assert old in QUESTION, old
    return {**GOOD, "questions/slow-call.yml": QUESTION.replace(old, new)}
