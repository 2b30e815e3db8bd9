"""The same Markdown as a plain mkdocs-material site: no macros, no hooks, the theme as it comes."""

import re
from pathlib import Path

from bench import cpu

HOOK = Path(__file__).parent / "dump.py"
SETTINGS = """\
site_name: Platform PM Interview Guide
site_url: http://127.0.0.1:8000/
theme: {name: material}
plugins: [search]
"""
KEPT = re.compile(r"^(markdown_extensions|nav):\n(?:[ #][^\n]*\n|\n)*", re.MULTILINE)
"""What the text needs: its extensions, and the order of its pages."""

RENDERING = "INHERIT: mkdocs.yml\nplugins: [{macros: {module_name: macros, on_undefined: strict}}]\nhooks: "


def write(project: Path, target: Path) -> None:
    """Render the macros of `project` and write its Markdown as a plain project into the new folder `target`."""
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (target / "docs").mkdir(parents=True)
    (target / "mkdocs.yml").write_text(plain(config), encoding="utf-8")
    rendering = project / "mkdocs.render.yml"
    rendering.write_text(f"{RENDERING}[hooks/safe_macros.py, {HOOK.as_posix()}]\n", encoding="utf-8")
    command = ["-m", "mkdocs", "build", "-q", "-f", rendering.name, "-d", str(target / "unused")]
    cpu.run(command, project, BENCH_PAGES=str(target / "docs"))
    rendering.unlink()


def plain(config: str) -> str:
    """Give stock settings with the extensions and the navigation of a mkdocs.yml."""
    return SETTINGS + "".join(found[0] for found in KEPT.finditer(config))
