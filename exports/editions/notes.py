"""Notes at the foot of pages, of which WeasyPrint loses one now and then.

It happens where a block is broken for the sake of widows after its note was placed (seen in WeasyPrint 70).
Such a block is kept in one piece, and the page laid out again.
"""

import re
from collections.abc import Iterable
from typing import Any

from exports.editions import boxes

NOTE = re.compile(r'<span id="(?P<id>[\w-]+)" class="note">')
WHOLE = ":is(p, li, tr, blockquote):has(#{}) {{ break-inside: avoid }}"


def lost(page: str, laid: Iterable[Any]) -> set[str]:
    """Give the ids of the notes of an HTML page that stand at the foot of no laid out page."""
    return set(NOTE.findall(page)) - {id_ for one in laid for id_ in boxes.foot_ids(one)}


def kept_whole(ids: Iterable[str]) -> str:
    """Give a style sheet that breaks no block in which one of these notes is called."""
    return "".join(WHOLE.format(id_) for id_ in sorted(ids))
