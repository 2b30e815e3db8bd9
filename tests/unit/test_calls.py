"""Plain calls in a page are filled in as the template engine would; everything else is left to it."""

import pytest
from jinja2 import Environment

from macros import calls


def figure(claim: str, name: str = "", mark: bool = True) -> str:
    return f"<{claim}/{name}/{mark}>"


MACROS = {"figure": figure, "refs": lambda *cards: "+".join(cards)}


@pytest.mark.parametrize(
    "page",
    [
        "No call.",
        'A {{ figure("a") }} b {{ figure("a", "b") }}.\n\n{{ figure("a", mark=false) }} end',
        '{{ figure("a", "b", mark=true) }}{{ refs("x", "y", "z") }}{{ refs() }}',
        '| {{ figure("a") }} | { #id } | `{x}` |',
        '{{ figure("é “quoted”, with a comma") }}',
    ],
)
def test_plain_calls_give_what_the_engine_gives(page: str) -> None:
    assert calls.fill(page, MACROS) == Environment(autoescape=False).from_string(page).render(MACROS)  # noqa: S701


@pytest.mark.parametrize(
    "page",
    [
        "{{ figure('a') }}",
        '{{ figure("a" "b") }}',
        '{{ figure("a", 1) }}',
        '{{ figure("a\\n") }}',
        '{{ figure(refs("a")) }}',
        '{{ figure("a") | upper }}',
        '{{ figur("a") }}',
        "{{ figure }}",
        '{{figure("a")}}',
        '{{ figure("a") }} {# a comment #}',
        '{% set x = 1 %}{{ figure("a") }}',
        '{{{ figure("a") }}',
        '{{ "{{ figure(1) }}" }}',
    ],
)
def test_anything_else_is_left_to_the_engine(page: str) -> None:
    assert calls.fill(page, MACROS) is None


def test_a_macro_that_fails_is_heard() -> None:
    with pytest.raises(TypeError):
        calls.fill('{{ figure("a", nosuch="b") }}', MACROS)
