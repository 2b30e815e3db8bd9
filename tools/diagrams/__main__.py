"""Draw every diagram: `python -m tools.diagrams` writes two SVG files for each source."""

import sys
from pathlib import Path

from macros import load
from macros.load import diagrams
from tools.diagrams.svg import drawings

ROOT = Path(__file__).parents[2]


def main(root: Path = ROOT) -> int:
    """Draw what lies in `root`; give 0, or 1 when a source or data/ has a problem, which is told."""
    folder = root / "docs" / "assets" / "diagrams"
    try:
        guide = load.guide(root / "data")
        sources = diagrams.sources(folder, guide.claims)
    except load.DataError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for id_, source in sources.items():
        for view, text in drawings(source, guide.figures).items():
            path = diagrams.drawing(folder, id_, view)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for problem in diagrams.strangers(folder, set(sources)):
        sys.stderr.write(f"{problem}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
