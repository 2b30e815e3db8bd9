"""The built site at a local address, compressed as GitHub Pages does it."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bench import cpu
from tools.build import ROOT

COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".webmanifest")
"""GitHub Pages leaves fonts and pictures as they are."""

LEVEL = 6


@cache
def body(path: Path) -> bytes:
    """Give a file as it is sent."""
    content = path.read_bytes()
    return gzip.compress(content, LEVEL, mtime=0) if path.suffix in COMPRESSED else content


class Handler(BaseHTTPRequestHandler):
    """Gives the files of `site`, and 404.html for an address that leads nowhere."""

    protocol_version = "HTTP/1.1"
    site: Path

    def do_GET(self) -> None:
        """Answer one request."""
        path = self.site / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        self._send(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND, path if found else self.site / "404.html")

    def _send(self, status: HTTPStatus, path: Path) -> None:
        content = body(path)
        self.send_response(status)
        self.send_header(
            "Content-Type", guess_type(path.with_suffix(".js") if path.suffix == ".mjs" else path)[0] or "text/plain"
        )
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, project: Path = ROOT) -> Iterator[str]:
    """Build a project into `site` for a free local address, serve it there, and give that address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("SiteHandler", (Handler,), {"site": site}))
    address = f"http://127.0.0.1:{server.server_port}/"
    cpu.run(["-m", "tools.build", str(site)], project, SITE_URL=address)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
