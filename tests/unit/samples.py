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
CASE = """\
id: queue
title: A queue
short: Work that waits.
prompt: Design a queue.
teaches: What may wait.
platform_types: [internal]
clock:
  - {minutes: 10, what: "**Teams**: who waits, and for what"}
  - {minutes: 20, what: Design}
  - {minutes: 15, what: Operations}
clarifying:
  - {question: Who waits?, answer: Three teams.}
  - {question: How long?, answer: A minute.}
  - {question: What if it is lost?, answer: Somebody is called.}
users: Three teams that wait.
requirements:
  - {name: Delay, target: "[[speed]] ms", why: A person looks.}
  - {name: Order, target: per team, why: They count on it.}
  - {name: Loss, target: none, why: Money.}
capacity: |-
  | Part | Calls |
  | --- | ---: |
  | Front | few |
  | Back | many |
design: One queue for each team.
api: |-
  Two calls.

  ```http
  POST /jobs

  {"team": "a"}
  ```
trade_offs:
  - {choice: A queue, instead_of: a call, gains: Nobody waits., costs: Another part., flips_when: Nothing may wait.}
  - {choice: One each, instead_of: one for all, gains: Fair., costs: More to watch., flips_when: One team is left.}
operations: The age of the oldest job is watched.
rollout: One team first.
metrics: The age of the oldest job.
deprecation: The old table goes last.
followups:
  - {prompt: And then?, answer: Then the second team.}
  - {prompt: And if it is full?, answer: Then callers hear it.}
separates:
  - {moment: Opening, hire: Names a queue., strong: Asks who waits., competency: strategic-thinking}
  - {moment: Load, hire: Says a lot., strong: Says how many., competency: technical-judgment}
  - {moment: Close, hire: Sums up., strong: Names the risk., competency: leadership}
sources: [source-guide]
reviewed: 2026-01-02
"""
POLICY = """\
id: some-cloud
name: Some Cloud
platform_type: external
product: Jobs API
versions: {says: "A date in a header, as in `2026-01-02`.", sources: [source-guide], read: 2026-01-02}
notice: {says: "A year after the mail.", sources: [source-guide], read: 2026-01-03}
preview: {says: Nothing is promised., sources: [source-guide], read: 2026-01-02}
breaking: {says: A field that goes., sources: [source-guide], read: 2026-01-02}
signals: {says: A mail., sources: [source-guide], read: 2026-01-02}
"""
SURVEY = """\
id: teams
title: A survey of teams
source: source-guide
respondents: 12
limits: [Few people took part., They chose themselves.]
questions:
  - id: team-size
    asks: How large is your team?
    answered: 10
    options:
      - {label: Up to five, count: 3}
      - {label: More than five, count: 7}
    reading: Most are larger.
  - id: team-paths
    asks: What do you offer?
    answered: 11
    several: true
    options:
      - {label: Templates, count: 9}
      - {label: Documentation, count: 8}
      - {label: Training, count: 0}
    reading: Most offer more than one thing.
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
