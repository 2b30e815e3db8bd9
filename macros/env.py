"""The part of the mkdocs-macros plugin that we use, so that the glue can be type-checked."""

from collections.abc import Callable
from typing import Any, Protocol


class MacrosEnv(Protocol):
    """What `define_env` is given."""

    project_dir: str
    variables: dict[str, Any]
    markdown: str
    page: Any

    def macro(self, function: Callable[..., str], name: str) -> object:
        """Register a function as a macro."""
