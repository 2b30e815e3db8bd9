"""A small project: the same bytes each time, public addresses, and the old files when something is wrong."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pikepdf import Pdf

from exports.editions import source
from tests.exports.test_pdf import addresses
from tests.site.project import Project

EPOCH = "1767225600"
PUBLIC = "https://example.org/guide/"


def editions(project: Project, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "exports.editions", str(project.folder / "site")],
        cwd=project.folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("small") / "project")
    assert made.build(SITE_URL=PUBLIC, SOURCE_DATE_EPOCH=EPOCH).returncode == 0
    told = editions(made)
    assert told.returncode == 0, told.stderr
    return made


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.pdf"))}


def test_a_second_time_elsewhere_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "another" / "place")
    assert other.build(SITE_URL=PUBLIC, SOURCE_DATE_EPOCH=EPOCH).returncode == 0
    told = editions(other, TZ="Pacific/Kiritimati", PYTHONHASHSEED="7")
    assert told.returncode == 0, told.stderr
    first = hashes(project.folder / "site" / "pdf")
    assert len(first) > 8
    assert hashes(other.folder / "site" / "pdf") == first


def test_links_lead_to_the_public_address(project: Project) -> None:
    with Pdf.open(project.folder / "site" / "pdf" / "questions-technical.pdf") as pdf:
        found = addresses(pdf)
    assert any(address.startswith(f"{PUBLIC}reference/") for address in found)
    assert [address for address in found if not address.startswith("https://")] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Well done ☃.", ["pdf/craft-metrics.pdf", "☃", "U+2603", "<p>"]),
        ("![A chart](../assets/broken.png)", ["pdf/craft-metrics.pdf", "assets/broken.png"]),
    ],
    ids=["glyph", "picture"],
)
def test_a_fault_leaves_the_files_that_were_there(tmp_path: Path, text: str, told: list[str]) -> None:
    broken = Project(tmp_path / "project")
    broken.write("docs/assets/broken.png", b"no picture")
    broken.page("craft/metrics.md", text)
    assert broken.build(SOURCE_DATE_EPOCH=EPOCH).returncode == 0
    kept = broken.folder / "site" / "pdf" / "craft-metrics.pdf"
    kept.parent.mkdir()
    kept.write_bytes(b"the last edition")
    answer = editions(broken)
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    assert [word for word in told if word not in answer.stderr] == []
    assert kept.read_bytes() == b"the last edition"
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    assert list(broken.folder.glob(".site-*")) == []


def test_the_edition_is_known_without_git(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("PATH", "")
    read = source.read(project.folder / "site", project.folder)
    assert read.edition.line == "Edition of 2 January 2026"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    assert source.read(project.folder / "site", project.folder).edition.iso == "2026-01-01T00:00:00Z"
