"""Models to HTML and Markdown through the templates beside this file; no markup in Python."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.catalogue import Catalogue, UnknownIdError
from macros.hints import did_you_mean
from macros.models import Answer, Claim, Guide, Standing
from macros.text import TextRenderer

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = Path(__file__).parents[1] / ".cache" / "templates"
PREFORMATTED = re.compile(r"<pre.*?</pre>", re.DOTALL)
MARKDOWN_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "*_[]`\\"})


class Renderer:
    """Fills templates from the guide."""

    def __init__(self, guide: Guide) -> None:
        """Prepare the template environment; `guide` is the loaded data."""
        self.catalogue = Catalogue(guide)
        figure = cache(self._figure_in_text)
        self._text = TextRenderer(partial(figure, linked=True))
        self._label = TextRenderer(partial(figure, linked=False))
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_compiled(),
        )
        self._templates.globals.update(catalogue=self.catalogue, guide=guide, standings=list(Standing))
        self._templates.filters.update(
            inline=cache(self._text.inline),
            label=cache(self._label.inline),
            drawing=Markup,
            block=cache(self._text.block),
            annotated=self._annotated,
            plain=self._plain,
            spelled=spelled,
            lower_first=lower_first,
            day=day,
            zip_names=zip_names,
            zip_spelled=zip_spelled,
        )

    def fill(self, template: str, **context: object) -> str:
        """Fill a template; what comes out is HTML or Markdown as the template has it."""
        return self._templates.get_template(template).render(context)

    def html(self, template: str, **context: object) -> str:
        """Fill an HTML template as one line, so that no Markdown rule finds a line of its own in it."""
        return one_line(self.fill(f"{template}.html.j2", **context))

    def figure(self, claim_id: str, name: str) -> str:
        """Give a figure as text; raises UnknownIdError."""
        claim = self.claim(claim_id)
        named = self.catalogue.guide.figures[claim_id]
        if name not in named:
            told = f"claim '{claim.id}' has no figure '{name}'" if named else f"claim '{claim.id}' carries no figure"
            raise UnknownIdError(f"{told}; {did_you_mean(name, set(named) - {''})}".rstrip("; "))
        return named[name]

    def claim(self, claim_id: str) -> Claim:
        """Give a claim; raises UnknownIdError."""
        found = self.catalogue.get("claims", claim_id)
        assert isinstance(found, Claim)  # noqa: S101 - tells the type checker what "claims" holds
        return found

    def _figure_in_text(self, claim_id: str, name: str, bare: bool, *, linked: bool) -> str:
        value = self.figure(claim_id, name)
        return one_line(
            self.fill(
                "figure.html.j2", claim=self.claim(claim_id), value=value, marked=not bare, linked=linked, noted=False
            )
        )

    def _annotated(self, answer: Answer, prefix: str) -> Markup:
        return self._text.annotated(answer.text, [note.quote for note in answer.notes], prefix)

    def _plain(self, text: str) -> str:
        return self._text.plain(text, self.figure)


def _compiled() -> FileSystemBytecodeCache:
    """Keep compiled templates, as Python keeps compiled modules."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(COMPILED))


def one_line(html: str) -> str:
    """Put HTML on one line; line breaks in preformatted text become character references."""
    kept = PREFORMATTED.sub(lambda found: found[0].replace("\n", "&#10;"), html)
    return " ".join(line for piece in kept.split("\n") if (line := piece.strip()))


def inside_markdown(html: str) -> Markup:
    """Hide Markdown's signs in HTML that will stand inside a line of Markdown."""
    return Markup(html.translate(MARKDOWN_SIGNS))  # noqa: S704 - the HTML comes from a template


def spelled(word: str) -> str:
    """Write an id as words: "technical-judgment" is "Technical judgment"."""
    words = word.replace("-", " ")
    return words[:1].upper() + words[1:]


def day(iso: str) -> str:
    """Write a day as a reader would: "2026-11-24" is "24 November 2026"."""
    found = date.fromisoformat(iso)
    return f"{found.day} {found:%B %Y}"


def lower_first(words: str) -> Markup:
    """Continue a sentence with words that began one; "API" and other capitals stay."""
    begins_word = words[1:2].islower()
    return Markup(words[:1].lower() + words[1:]) if begins_word else Markup(words)  # noqa: S704 - already escaped


def zip_names(records: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Give id and name of each record, for the choices of a filter."""
    return [(id_, record.name) for id_, record in records.items()]


def zip_spelled(words: Iterable[str]) -> list[tuple[str, str]]:
    """Give each word and how it is spelled for readers."""
    return [(word, spelled(word)) for word in words]
