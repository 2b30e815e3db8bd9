"""One Content-Security-Policy for the whole site, made from the inline scripts it holds.

The theme writes four short scripts into each page; their hashes are the only inline code that
runs. GitHub Pages sets no headers, so the policy is a meta element, which the theme puts first.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

INLINE_SCRIPT = re.compile(r"<script>(?P<code>.*?)</script>", re.DOTALL)
OF_THE_THEME = ("__md_scope=new URL(", 'var palette=__md_get("__palette")', "var target=document.getElementById(")
"""How the theme's inline scripts begin; no other gets a hash, and the lint refuses them."""

PLACE = "@policy@"
"""Where the theme leaves room for the policy."""

RULES = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'"
)


def write(site: Path) -> str:
    """Put the policy into every page of `site` and give it."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    policy = make(texts.values())
    for path, text in texts.items():
        path.write_text(insert(text, policy), encoding="utf-8")
    return policy


def make(texts: Iterable[str]) -> str:
    """Give the policy that allows exactly the inline scripts of all `texts` (HTML pages)."""
    found = {script["code"] for text in texts for script in INLINE_SCRIPT.finditer(text)}
    codes = {code for code in found if code.startswith(OF_THE_THEME)}
    return RULES.format(hashes=" ".join(sorted(_hash(code) for code in codes)))


def insert(text: str, policy: str) -> str:
    """Put the policy into the page; raises ValueError when the page has no room for one."""
    if PLACE not in text:
        raise ValueError("the page has no room for the policy")
    return text.replace(PLACE, policy, 1)


def _hash(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"
