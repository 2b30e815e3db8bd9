"""Figures: reading a number out of its text, and working out the computed ones.

A claim's formulas are evaluated by simpleeval (no names but the claim's own figures, no
attributes, bounded powers), so that data can calculate and do nothing else.
"""

import ast
import math
import re
from collections.abc import Mapping
from functools import partial

from simpleeval import DEFAULT_OPERATORS, SimpleEval

from macros.models import Claim

FIGURE = re.compile(r"\[\[(?P<claim>[a-z0-9-]+)(?:\.(?P<name>[a-z0-9-]+))?(?P<bare>\|bare)?\]\]")
"""A figure inside a text of a data file."""

NUMBER = re.compile(r"^[<>≤≥~+]?\s*(?P<money>\$)?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>%|ms|x|K|M|B|\+|/10)?$")
MINUS = re.compile(r"(?<!\w)-(?=[$\d])")
ONE_IN = re.compile(r"^(?P<part>\d+) in (?P<whole>\d+)$")
FACTORS = {"%": 0.01, "K": 1e3, "M": 1e6, "B": 1e9}
FUNCTIONS = {
    "round": round,
    "min": min,
    "max": max,
    "floor": math.floor,
    "ceil": math.ceil,
    "log": math.log,
    "sqrt": math.sqrt,
    "sum": lambda *numbers: sum(numbers),
}


def _power(base: float, exponent: float) -> float:
    """Raise as floats, which overflow at once where whole numbers would grow for minutes."""
    return float(float(base) ** float(exponent))


def _times(left: float, right: float) -> float:
    return float(left) * float(right)


OPERATORS = {**DEFAULT_OPERATORS, ast.Pow: _power, ast.Mult: _times}


class FigureError(ValueError):
    """A figure that cannot be read or worked out; the text says why."""


def number(text: str) -> float:
    """Read the number in a figure: "15–20%" fails, "0.2%" is 0.002, "$180K" is 180000, "1 in 6" is 1/6."""
    if found := ONE_IN.match(text):
        return int(found["part"]) / int(found["whole"])
    if found := NUMBER.match(text):
        return float(found["number"].replace(",", "")) * FACTORS.get(found["unit"] or "", 1)
    raise FigureError(f"'{text}' is not a single number")


class Figures:
    """All figures of all claims as text, computed ones included, by claim and name."""

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        """Take the claims; nothing is worked out before it is asked for."""
        self._claims = claims
        self._known: dict[tuple[str, str], float] = {}
        self._open: list[tuple[str, str]] = []

    def text(self, claim_id: str, name: str) -> str:
        """Give the figure as readers see it; raises FigureError."""
        claim = self._claim(claim_id)
        if name in claim.figures:
            return claim.figures[name]
        if name not in claim.computed:
            raise FigureError(f"claim '{claim_id}' has no figure '{name}'")
        return self._shown(claim, name)

    def names(self, claim_id: str) -> list[str]:
        """Give the names of a claim's figures, typed ones first."""
        claim = self._claim(claim_id)
        return [*claim.figures, *claim.computed]

    def _claim(self, claim_id: str) -> Claim:
        if claim_id not in self._claims:
            raise FigureError(f"there is no claim '{claim_id}'")
        return self._claims[claim_id]

    def _shown(self, claim: Claim, name: str) -> str:
        value = self._number(claim.id, name)
        try:
            return MINUS.sub("−", claim.computed[name].show.format(value))
        except (ValueError, LookupError, AttributeError, TypeError) as error:
            raise FigureError(f"the format '{claim.computed[name].show}' does not fit {value}") from error

    def _number(self, claim_id: str, name: str) -> float:
        key = (claim_id, name)
        if key in self._open:
            raise FigureError(f"'{claim_id}.{name}' is worked out from itself")
        if key not in self._known:
            self._open.append(key)
            try:
                self._known[key] = self._work_out(self._claim(claim_id), name)
            finally:
                self._open.pop()
        return self._known[key]

    def _work_out(self, claim: Claim, name: str) -> float:
        if name in claim.figures:
            return number(claim.figures[name])
        if name in claim.uses:
            other, _, figure = claim.uses[name].partition(".")
            return self._number(other, figure or first_name(self._claim(other)))
        if name not in claim.computed:
            raise FigureError(f"claim '{claim.id}' has no figure '{name}'")
        return self._evaluate(claim, claim.computed[name].formula)

    def _evaluate(self, claim: Claim, formula: str) -> float:
        known = {name.replace("-", "_"): name for name in [*claim.figures, *claim.uses, *claim.computed]}
        look_up = partial(self._look_up, claim, known)
        try:
            return float(SimpleEval(functions=FUNCTIONS, operators=OPERATORS, names=look_up).eval(formula))
        except FigureError:
            raise
        except Exception as error:
            raise FigureError(f"the formula '{formula}' fails: {error}") from error

    def _look_up(self, claim: Claim, known: Mapping[str, str], node: object) -> float:
        asked = getattr(node, "id", "")
        if asked not in known:
            raise FigureError(f"the formula names '{asked}', which is no figure of '{claim.id}'")
        return self._number(claim.id, known[asked])


def first_name(claim: Claim) -> str:
    """Give the name of a claim's first figure; raises FigureError when it carries none."""
    for name in [*claim.figures, *claim.computed]:
        return name
    raise FigureError(f"claim '{claim.id}' carries no figure")
