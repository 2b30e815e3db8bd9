"""The places in built pages that tell of the editions; they can be filled again and again."""

import re
from collections.abc import Callable

PLACE = re.compile(
    r'(?P<open><(?P<tag>div|span) class="editions[^"]*" data-editions="(?P<what>[^"]+)">).*?(?P<close></(?P=tag)>)',
    re.DOTALL,
)
"""What is put there holds no element of the same name."""


def fill(page: str, content: Callable[[str], str]) -> str:
    """Give a page with other contents in its places; `content` gets what a place is for, as HTML wrote it."""
    return PLACE.sub(lambda found: f"{found['open']}{content(found['what'])}{found['close']}", page)
