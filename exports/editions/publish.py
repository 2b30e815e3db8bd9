"""Put finished editions into the site, and tell of them in its pages and in exports.json."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from exports.editions import downloads, manifest
from exports.editions.manifest import File
from exports.editions.source import Edition


def publish(site: Path, files: dict[File, bytes], edition: Edition) -> None:
    """Put the files in place of all earlier ones; nothing changes before everything is written."""
    listed = [manifest.listed(file, content, edition) for file, content in files.items()]
    with TemporaryDirectory(dir=site.parent, prefix=".site-") as folder:
        fresh = Path(folder)
        for file, content in files.items():
            _write(fresh / file.path, content)
        for name, text in downloads.show(site, listed).items():
            _write(fresh / name, text.encode())
        manifest.write(fresh, listed)
        _move(fresh, site, {file.path.partition("/")[0] for file in files})


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _move(fresh: Path, site: Path, folders: set[str]) -> None:
    """Move all files; the `folders` hold nothing but editions, so what else is there is an old one."""
    for folder in sorted(folders):
        shutil.rmtree(site / folder, ignore_errors=True)
    for path in sorted(fresh.rglob("*")):
        if path.is_file():
            place = site / path.relative_to(fresh)
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)
