"""Render page macros in a sandbox, and tell every mistake with its page and line.

The macros plugin renders pages in an open Jinja environment and publishes the traceback of a
failing macro as the page. This replaces its render method; pages see our macros and nothing else.
"""

import re
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from macros import calls
from macros.hints import did_you_mean
from macros.load.problems import Place, Problem, report
from macros.pages import PageMacros

UNDEFINED = re.compile(r"^'([^']+)' is undefined")
COMMENT_HELP = "the id of a heading needs a space: { #rubric }"
_problems: list[Problem] = []


class SafeRenderer:
    """Stands in for the plugin's render method."""

    def __init__(self, plugin: object) -> None:
        """Take the macros plugin, whose macros become the only names a page may use."""
        self._plugin = plugin
        self._environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=_text, optimized=False)
        known = plugin.macros  # type: ignore[attr-defined]
        self._environment.globals = {name: known[name] for name in PageMacros.names()}

    def __call__(self, markdown: str, force_rendering: bool = False) -> str:
        """Render one page; a mistake is noted and the page stays empty."""
        try:
            return self._render(markdown)
        except Exception as error:  # noqa: BLE001 - whatever a macro raises belongs in the report
            page: Page = self._plugin.page  # type: ignore[attr-defined]
            _problems.append(_problem(error, page, markdown, list(self._environment.globals)))
            return ""

    def _render(self, markdown: str) -> str:
        """Leave to the template engine what is no plain call, and to tell the line of what goes wrong."""
        with suppress(Exception):
            filled = calls.fill(markdown, self._environment.globals)
            if filled is not None:
                return filled
        return self._environment.from_string(markdown).render()


def _text(value: object) -> object:
    """Refuse a macro that is named and not called; its address in memory would be printed."""
    if callable(value) and not isinstance(value, Undefined):
        raise TypeError("a macro must be called: write its arguments in brackets")
    return value


@event_priority(-100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Replace the plugin's render method, once the plugin has its macros."""
    _problems.clear()
    plugin = config.plugins["macros"]
    plugin.render = SafeRenderer(plugin)  # type: ignore[attr-defined]
    return config


def on_env(env: object, config: MkDocsConfig, files: object) -> None:
    """Stop the build when any page had a mistake; all of them are told."""
    if _problems:
        raise PluginError(report(sorted(_problems)))


def _problem(error: Exception, page: Page, markdown: str, macros: list[str]) -> Problem:
    line = _line(error) + _front_matter_lines(Path(page.file.abs_src_path or ""), markdown)
    place = Place(f"docs/{page.file.src_uri}", line)
    undefined = UNDEFINED.match(str(error)) if isinstance(error, UndefinedError) else None
    if undefined:
        return Problem(
            place, "unknown-macro", f"there is no macro '{undefined[1]}'", did_you_mean(undefined[1], macros)
        )
    code = {TemplateSyntaxError: "macro-syntax", SecurityError: "macro-unsafe"}.get(type(error), "macro")
    return Problem(place, code, f"{error}", COMMENT_HELP if "comment" in str(error) else "")


def _line(error: Exception) -> int:
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    return next((line for line in _template_lines(error.__traceback__)), 1)


def _template_lines(trace: TracebackType | None) -> list[int]:
    lines = []
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            lines.append(trace.tb_lineno)
        trace = trace.tb_next
    return lines


def _front_matter_lines(path: Path, markdown: str) -> int:
    source = path.read_text(encoding="utf-8") if path.is_file() else markdown
    return max(0, source.rstrip("\n").count("\n") - markdown.rstrip("\n").count("\n"))
