"""Let `mkdocs serve` see edits to our packages, and keep the last good site through a mistake.

Python keeps a package that it once imported. MkDocs empties the site before it builds, and after
a failed build holds back every page until the mistake is mended.
"""

import gc
import logging
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority

OURS = ("macros", "exports")
log = logging.getLogger("mkdocs.hooks.reload")
_serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether MkDocs serves; a single build imports each package once, and ends before garbage matters."""
    global _serving
    _serving = command == "serve"
    if not _serving:
        gc.disable()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forget our packages before the macros plugin imports them again."""
    for name in [name for name in sys.modules if _serving and name.split(".")[0] in OURS]:
        del sys.modules[name]
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Make the server survive a mistake with the pages it had."""
    server.builder = _surviving(server.builder, Path(server.root))
    return server


def _surviving(builder: Callable[[], None], site: Path) -> Callable[[], None]:
    def build() -> None:
        with TemporaryDirectory() as kept:
            shutil.copytree(site, kept, dirs_exist_ok=True)
            try:
                builder()
            except Exception as error:  # noqa: BLE001 - a half-written macro may raise anything
                if not isinstance(error, Abort):
                    log.error(f"{type(error).__name__}: {error}")  # noqa: G004, TRY400 - the trace is of no use
                shutil.copytree(kept, site, dirs_exist_ok=True)
                log.warning("The pages stay as they were until this is mended.")

    return build
