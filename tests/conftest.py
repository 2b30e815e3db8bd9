"""The built site and the loaded guide, made once for all tests."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from exports.site import BuiltPage, pages
from macros import load
from macros.models import Guide
from tools.build import build

pytest_plugins = ["tests.chromium"]
ROOT = Path(__file__).parents[1]
EPOCH = "1767225600"
PATIENCE = 900
"""Seconds to wait for what another process makes, long enough for a busy machine."""


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The project's own data."""
    return load.guide(ROOT / "data")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's site, strictly built; parallel test processes share one build."""
    return made_once(tmp_path_factory, "site", build)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], int]) -> Path:
    """Give a folder that the first test process makes and all others wait for; `make` gives an exit code."""
    shared = factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    folder, done = shared / name, shared / f"{name}-is-made"
    try:
        (shared / f"{name}-lock").mkdir()
    except FileExistsError:
        _wait_for(done)
    else:
        done.write_text(str(make(folder)))
    assert done.read_text() == "0", f"making the {name} failed; the messages stand above"
    return folder


def _wait_for(done: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not done.exists() and time.monotonic() < until:
        time.sleep(0.2)


@pytest.fixture(scope="session")
def built(site: Path) -> list[BuiltPage]:
    """All pages of the site, parsed."""
    return pages(site)


@pytest.fixture(scope="session")
def by_url(built: list[BuiltPage]) -> dict[str, BuiltPage]:
    """Pages by their address from the site's root."""
    return {page.url: page for page in built}


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build with a fixed date, so that results do not depend on the day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
