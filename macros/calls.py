"""Calls of macros with plain arguments, which is all that pages hold: filled in without a template engine.

Compiling a template for each page takes longer than all macros of the page (adr/016).
"""

import re
from collections.abc import Callable, Mapping

CALL = re.compile(r"\{\{ (\w+)\(([^{}()]*)\) \}\}")
ARGUMENT = re.compile(r'(?:(?P<key>\w+)=)?(?:"(?P<text>[^"\\\n]*)"|(?P<flag>true|false))(?:, |$)')
OTHER_MARK = re.compile(r"\{[{%#]|\{\Z")

Arguments = tuple[list[str | bool], dict[str, str | bool]]


def fill(page: str, macros: Mapping[str, Callable[..., str]]) -> str | None:
    """Give the page with the results of its calls; None when it holds anything else that a template engine reads."""
    pieces = CALL.split(page)
    texts, names = pieces[::3], pieces[1::3]
    calls = [_arguments(written) for written in pieces[2::3]]
    if any(OTHER_MARK.search(text) for text in texts) or not set(names) <= set(macros):
        return None
    results = [""]
    for name, arguments in zip(names, calls, strict=True):
        if arguments is None:
            return None
        results.append(macros[name](*arguments[0], **arguments[1]))
    return "".join(result + text for result, text in zip(results, texts, strict=True))


def _arguments(written: str) -> Arguments | None:
    found = list(ARGUMENT.finditer(written))
    if "".join(argument[0] for argument in found) != written:
        return None
    values = [
        (argument["key"], argument["text"] if argument["flag"] is None else argument["flag"] == "true")
        for argument in found
    ]
    return [value for key, value in values if not key], {key: value for key, value in values if key}
