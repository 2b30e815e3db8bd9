"""What is kept from npm is what npm has, by its hash."""

import base64
import hashlib
import json
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[2] / "docs" / "assets" / "javascripts" / "vendor"
LOCK = json.loads((VENDOR / "lock.json").read_text(encoding="utf-8"))


def test_every_module_is_locked_and_has_its_licence() -> None:
    assert {path.name for path in VENDOR.glob("*.mjs")} == set(LOCK)
    for entry in LOCK.values():
        assert "Permission is hereby granted" in (VENDOR / f"LICENSE-{entry['package']}.txt").read_text(
            encoding="utf-8"
        )


@pytest.mark.parametrize("name", LOCK)
def test_a_module_is_the_one_of_its_package(name: str) -> None:
    entry = LOCK[name]
    assert set(entry) == {"package", "version", "licence", "integrity", "path", "file"}
    assert entry["integrity"].startswith("sha512-")
    digest = hashlib.sha512((VENDOR / name).read_bytes()).digest()
    assert entry["file"] == f"sha512-{base64.b64encode(digest).decode()}"
