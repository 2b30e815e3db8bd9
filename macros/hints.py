"""Near misses: what a writer probably meant."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

CLOSE_ENOUGH = 0.6
"""One slip in a word of three letters, two in six, four in twelve; found by trying."""

LIST_AT_MOST = 12


def near(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that differs least from `word`, or None when none is close."""
    best = process.extractOne(word, sorted(known), scorer=OSA.normalized_similarity, score_cutoff=CLOSE_ENOUGH)
    return best[0] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Write a help line: the nearest known word and, where they are few, all of them."""
    words = sorted(known)
    guess = near(word, words)
    asked = [f"did you mean '{guess}'?"] if guess else []
    listed = [f"expected one of: {', '.join(words)}"] if 0 < len(words) <= LIST_AT_MOST else []
    return " ".join(asked + listed)
