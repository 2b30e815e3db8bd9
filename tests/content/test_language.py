"""The guide's tone: no words that say nothing, one spelling, no empty promise."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TYPED_BY_READERS = {ROOT / "data" / "search" / name for name in ("queries.yml", "wordings.yml")}
FILES = sorted({*(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.yml")} - TYPED_BY_READERS)
EMPTY = re.compile(
    r"\b(delve|delving|crucial|pivotal|seamless(?:ly)?|game.chang\w+|cutting.edge|in today's|fast.paced|"
    r"unlock(?:ing)? the|it is important to note|it's important to note|tapestry|testament to|"
    r"navigate the (?:complex|landscape)|"
    r"synerg\w+|world.class|best.in.class|coming soon|lorem ipsum|TODO|TBD|FIXME)\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(r"\b(behavior(?:al)?|prioritiz\w+|organizations?|favorite)\b", re.IGNORECASE)
SPELLED_SO = re.compile(
    r"stage-behavioral|snowflake-about-behavior-changes|behavioral-round-star|check-star-example-standardization|aliases:.*|https?://\S+|`[^`]*`"
)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_empty_words_and_one_spelling(path: Path) -> None:
    text = SPELLED_SO.sub("", path.read_text(encoding="utf-8"))
    assert [found[0] for found in EMPTY.finditer(text)] == []
    if path.name != "sources.yml":
        assert [found[0] for found in AMERICAN.finditer(text)] == []
