"""Timelines: one thing after the other, each as high as it is long, with the clock beside it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from macros.charts import Value, claimed, spoken
from macros.models import Case, Guide

LOWEST = 22
"""Pixels that the shortest block needs for its line of text."""

AT_LEAST = 270
ALTERNATIVE = re.compile(r" or \w+")
"""The second of two names; a block has room for one."""

A_MINUTE = 8
"""Pixels that a minute of a case is high at least; its words may need more."""

CLOCK_PHASES = {
    "developers": ("Developers and pain", "who, what hurts, what it costs"),
    "scope": ("Scope and numbers", "in, out, load, targets"),
    "design": ("Design", "one request traced to the end"),
    "trade-offs": ("Trade-offs", "two choices, each with its flip"),
    "operations": ("Operations", "who is woken"),
    "rollout": ("Rollout and adoption", ""),
    "metrics": ("Metrics", ""),
    "close": ("Close", ""),
}
"""The parts of the clock: name, and what you leave with where there is room to say it."""

STORY_PARTS = {
    "situation": "one sentence with a number",
    "task": "",
    "action": "the option you turned down",
    "result": "a number that could be checked",
    "lesson": "",
}


@dataclass(frozen=True)
class Block:
    """A stretch of time: where it stands in CSS pixels, and what the clock says when it begins."""

    value: Value
    top: float
    height: float
    begins: str
    note: str


@dataclass(frozen=True)
class Timeline:
    """A timeline with what a reader needs who does not see it."""

    id: str
    title: str
    description: str
    unit: str
    blocks: list[Block]
    ends: str

    @property
    def height(self) -> float:
        """Height of all blocks in CSS pixels."""
        return self.blocks[-1].top + self.blocks[-1].height


@dataclass(frozen=True)
class Stretch:
    """A phase of a case: what the clock says when it begins and ends, and the least height in CSS pixels."""

    what: str
    minutes: int
    begins: int
    ends: int

    @property
    def height(self) -> int:
        """Height that makes phases of a case comparable."""
        return self.minutes * A_MINUTE


def phases(case: Case) -> list[Stretch]:
    """Give the phases of a case with the clock beside them; their words are Markdown and may wrap."""
    ends = accumulate(phase.minutes for phase in case.clock)
    return [
        Stretch(phase.what, phase.minutes, end - phase.minutes, end)
        for phase, end in zip(case.clock, ends, strict=True)
    ]


def rounds(guide: Guide) -> Timeline:
    """Draw the core rounds one after the other, each as high as its minutes."""
    core = sorted((r for r in guide.rounds.values() if r.core and r.length), key=lambda r: r.order)
    values = [claimed(guide, ALTERNATIVE.sub("", r.name), str(r.length), "min") for r in core]
    return _timeline("rounds", "The rounds end to end, in minutes of talking", "Minutes", dict.fromkeys(values, ""))


def clock(guide: Guide) -> Timeline:
    """Draw the phases of a case answer, each as high as its minutes."""
    values = {
        claimed(guide, name, f"ours-case-clock.{part}", "min"): note for part, (name, note) in CLOCK_PHASES.items()
    }
    return _timeline("clock", "The minutes of a case", "Minutes", values)


def story(guide: Guide) -> Timeline:
    """Draw the parts of a story told in STAR form, each as high as its seconds."""
    values = {
        claimed(guide, part.capitalize(), f"ours-star-timing.{part}", "s"): note for part, note in STORY_PARTS.items()
    }
    return _timeline("story", "The seconds of a story", "Seconds", values)


def _timeline(id_: str, title: str, unit: str, values: Mapping[Value, str]) -> Timeline:
    description = f"{unit} from top to bottom; each block begins where the one before it ends. {spoken(list(values))}"
    total = sum(value.size for value in values)
    return Timeline(id_, title, description, unit, list(_blocks(values, total)), f"{total:g}")


def _blocks(values: Mapping[Value, str], total: float) -> Iterator[Block]:
    scale = max(LOWEST / min(value.size for value in values), AT_LEAST / total)
    ends = [0.0, *accumulate(value.size for value in values)]
    for (value, note), begins in zip(values.items(), ends, strict=False):
        yield Block(value, round(begins * scale, 1), round(value.size * scale, 1), f"{begins:g}", note)
