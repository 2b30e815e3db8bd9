"""What the repository itself must hold: workflows, locks, layers."""

import ast
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
MAY_IMPORT_MKDOCS = {"macros/__init__.py"}


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_workflows_have_no_finding() -> None:
    found = run(str(BIN / "zizmor"), "--offline", "--persona", "auditor", ".github")
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_planted_bad_workflow_is_found(tmp_path: Path) -> None:
    bad = "on: pull_request_target\npermissions: write-all\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
    bad += "      - uses: actions/checkout@v4\n      - run: echo ${{ github.event.pull_request.title }}\n"
    (tmp_path / "bad.yml").write_text(bad)
    found = run(str(BIN / "zizmor"), "--offline", str(tmp_path / "bad.yml"), cwd=tmp_path)
    for fault in ("dangerous-triggers", "unpinned-uses", "template-injection", "artipacked"):
        assert fault in found.stdout


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", "workflows/*.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
        ("vendor.dependabot", "dependabot.yml"),
    ],
)
def test_github_files_fit_their_schemas(schema: str, pattern: str) -> None:
    files = sorted(map(str, (ROOT / ".github").glob(pattern)))
    checked = run(str(BIN / "check-jsonschema"), "--builtin-schema", schema, *files)
    assert checked.returncode == 0, checked.stdout


def test_a_changed_hash_in_the_lock_stops_the_installation(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "uv.lock"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    lock = tmp_path / "uv.lock"
    lock.write_text(re.sub(r"sha256:....", "sha256:0000", lock.read_text()))
    synced = run(str(BIN / "uv"), "sync", "--frozen", "--no-cache", cwd=tmp_path)
    assert synced.returncode != 0
    assert "hash mismatch" in synced.stderr.lower()


def test_axe_is_the_file_that_was_reviewed() -> None:
    axe = ROOT / "tests" / "browser" / "vendor" / "axe.min.js"
    known = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
    assert hashlib.sha256(axe.read_bytes()).hexdigest() == known


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_only_the_glue_and_the_hooks_know_mkdocs() -> None:
    for folder in ("macros", "exports", "tools"):
        for path in (ROOT / folder).rglob("*.py"):
            if path.relative_to(ROOT).as_posix() not in MAY_IMPORT_MKDOCS:
                assert not {name for name in imports(path) if name.split(".")[0] == "mkdocs"}, path


def test_loading_and_rendering_do_not_know_each_other() -> None:
    for path in (ROOT / "macros" / "load").glob("*.py"):
        assert not imports(path) & {"macros.render", "macros.pages", "macros.text", "macros.catalogue"}, path
    for name in ("render.py", "pages.py", "text.py", "catalogue.py"):
        assert not {i for i in imports(ROOT / "macros" / name) if i.startswith("macros.load")}, name


def test_no_markup_in_python() -> None:
    for folder in ("macros", "hooks", "tools"):
        for path in (ROOT / folder).rglob("*.py"):
            strings = [n.value for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Constant)]
            tags = [s for s in strings if isinstance(s, str) and "</" in s and ".*?" not in s]
            assert not tags, (path, tags)
