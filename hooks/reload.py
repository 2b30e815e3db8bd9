"""Let `mkdocs serve` see edits to our packages: Python keeps a package that it once imported."""

import sys

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

OURS = ("macros", "exports")


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forget our packages before the macros plugin imports them again."""
    for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
        del sys.modules[name]
    return config
