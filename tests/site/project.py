"""A small project with the real macros, hooks and theme, for tests that break it in one place."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.unit.samples import GOOD

ROOT = Path(__file__).parents[2]
PARTS = ("macros", "hooks", "exports", "theme", "tools")
ASSETS = "docs/assets"
FRONT = "---\ntitle: {title}\ndescription: A page of the small project.\nreviewed: 2026-01-02\n---\n\n# {title}\n\n"
COMPETENCY = """\
- id: {id}
  name: {id}
  weight: speed
  what: What it is.
  listens_for: What they hear.
  levels:
    - {{level: 1, label: Below, anchor: Nothing.}}
    - {{level: 2, label: Near, anchor: Little.}}
    - {{level: 3, label: Meets, anchor: Enough.}}
    - {{level: 4, label: Above, anchor: Much.}}
"""
COMPETENCIES = "".join(
    COMPETENCY.format(id=id_) for id_ in ("technical-judgment", "strategic-thinking", "execution", "leadership")
)
PAGES = {
    "index.md": "A call takes {{ figure('speed') }} ms.",
    "craft/metrics.md": "Text.",
    "questions/technical.md": "{{ question_cards('technical') }}",
    "reference/figures.md": "{{ ledger() }}",
    "reference/sums.md": '{{ ledger("ours") }}',
    "reference/conflicts.md": "Text.",
    "reference/sources.md": "{{ source_list() }}",
    "reference/contributing.md": "## Report an error\n\nText.",
    "reference/accessibility.md": "Text.",
    "reference/glossary.md": "{{ glossary_list() }}",
    "search.md": "{{ search_page() }}",
    "topics.md": "{{ topic_index() }}",
}


class Project:
    """A copy of the project with little content."""

    def __init__(self, folder: Path) -> None:
        """Write the copy to an empty folder."""
        self.folder = folder
        for part in PARTS:
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / ASSETS, folder / ASSETS, ignore=shutil.ignore_patterns("diagrams"))
        config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        (folder / "mkdocs.yml").write_text(config[: config.index("\nnav:")] + "\n", encoding="utf-8")
        for name, text in PAGES.items():
            self.page(name, text)
        for name, content in {**GOOD, "competencies.yml": COMPETENCIES}.items():
            self.data(name, str(content))

    def page(self, name: str, text: str) -> None:
        """Write a page with correct front matter."""
        self.write(f"docs/{name}", FRONT.format(title="Title") + text + "\n")

    def data(self, name: str, text: str) -> None:
        """Write a data file."""
        self.write(f"data/{name}", text)

    def write(self, name: str, text: str | bytes) -> None:
        """Write any file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def build(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Build it as `make build` does; the site goes to site/."""
        return subprocess.run(
            [sys.executable, "-m", "tools.build", str(self.folder / "site")],
            cwd=self.folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
