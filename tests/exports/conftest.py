"""The editions of the project's site, made once for all tests."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exports.editions import source, typefaces
from exports.editions.__main__ import main
from exports.editions.source import Edition, Source
from tests.conftest import EPOCH, made_once

ROOT = Path(__file__).parents[2]
ADDRESS = "https://guide.example/"


@pytest.fixture(scope="session")
def printed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with its editions; parallel test processes share one."""

    def make(copy: Path) -> int:
        shutil.copytree(site, copy)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
            return main(copy)

    return made_once(tmp_path_factory, "printed", make)


@pytest.fixture(scope="session")
def source_of_editions(printed: Path) -> Source:
    """What the editions were made from."""
    return source.read(printed, ROOT)


@pytest.fixture(scope="session")
def cuts(site: Path) -> Path:
    """The typefaces for paper."""
    return typefaces.ready(site / "assets" / "fonts", ROOT / ".cache" / "typefaces")


@pytest.fixture(scope="session")
def files(printed: Path) -> Iterator[list[Path]]:
    """All PDFs."""
    return sorted((printed / "pdf").glob("*.pdf"))


@pytest.fixture(scope="session")
def public(site: Path) -> Source:
    """What editions are made from, as if the site stood at an address that nobody has."""
    edition = Edition(datetime(2026, 1, 1, tzinfo=UTC), "0123abcd")
    return replace(source.read(site, ROOT), address=ADDRESS, edition=edition)
