"""The index of topics has a line for each page of a case and none for its sections."""

from exports import topics
from exports.search_entries import Entry
from macros.models import Guide


def test_a_case_is_one_topic() -> None:
    entries = [
        Entry("cases/queue/", "", "case", 1, "A queue"),
        Entry("cases/queue/", "trade-offs", "case", 2, "Trade-offs"),
        Entry("reference/policies/", "some-cloud", "chapter", 2, "Some Cloud: Jobs API"),
        Entry("loop/companies/", "uber", "company", 2, "Uber"),
    ]
    found = topics.topics(entries, Guide())
    assert [(topic.name, topic.kind, topic.href) for topic in found] == [
        ("A queue", "case", "../cases/queue/"),
        ("Uber", "company", "../loop/companies/#uber"),
    ]
