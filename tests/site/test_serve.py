"""`make serve` rebuilds on a change anywhere, tells mistakes and goes on."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.site.project import Project

PATIENCE = 60
"""Seconds to wait for a rebuild, long enough for a busy machine; a good run takes two or three."""


class Server:
    """A serving project and what it told so far."""

    def __init__(self, project: Project) -> None:
        """Start it on a free port."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.log = project.folder / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{self.port}"]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, cwd=project.folder, stdout=log, stderr=log, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
            )

    def page(self, url: str = "") -> str:
        """Give a page, or nothing while the server does not answer."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{url}", timeout=10) as answer:
                return str(answer.read().decode())
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def told(self) -> str:
        """Give everything it printed."""
        return self.log.read_text()

    def wait_for(self, text: str, url: str = "") -> None:
        """Wait until a page shows the text."""
        self._wait(lambda: text in self.page(url), f"page '{url}' never showed '{text}'")

    def wait_to_tell(self, text: str) -> None:
        """Wait until the text is printed."""
        self._wait(lambda: text in self.told(), f"never told '{text}'")

    def _wait(self, done: Callable[[], bool], otherwise: str) -> None:
        until = time.monotonic() + PATIENCE
        while not done():
            assert self.process.poll() is None, self.told()
            assert time.monotonic() < until, f"{otherwise}\n{self.told()}"
            time.sleep(0.2)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project."""
    return Project(tmp_path)


@pytest.fixture
def server(project: Project) -> Iterator[Server]:
    """The small project, served."""
    server = Server(project)
    yield server
    server.process.terminate()
    server.process.wait(timeout=30)


def test_changes_are_shown_mistakes_are_told_and_the_server_goes_on(project: Project, server: Server) -> None:
    server.wait_for("A call takes")

    project.page("craft/metrics.md", "A new sentence.")
    server.wait_for("A new sentence.", "craft/metrics/")

    claims = (project.folder / "data" / "claims" / "sample.yml").read_text()
    project.data("claims/sample.yml", claims.replace("standing:", "standin:", 1))
    server.wait_to_tell("did you mean 'standing'?")
    server.wait_for("A new sentence.", "craft/metrics/")

    project.data("claims/sample.yml", claims)
    project.page("craft/metrics.md", "{{ figur('speed') }}")
    server.wait_to_tell("there is no macro 'figur'")
    server.wait_for("A call takes")

    project.page("craft/metrics.md", "Mended.")
    server.wait_for("Mended.", "craft/metrics/")

    template = project.folder / "macros" / "templates" / "figure.html.j2"
    template.write_text(template.read_text().replace('class="figure"', 'class="figure changed"'))
    server.wait_for("figure changed")
    assert "Traceback" not in server.told()
