"""Two builds of one commit are the same, byte for byte."""

import hashlib
from pathlib import Path

import pytest

from tests.site.project import Project

EPOCH = "1767225600"
VARIATIONS = [
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
    {"LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "3"},
]


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("variation", VARIATIONS, ids=str)
def test_a_build_elsewhere_gives_the_same_bytes(tmp_path: Path, variation: dict[str, str]) -> None:
    first, second = Project(tmp_path / "one"), Project(tmp_path / "another" / "place")
    for project, environment in ((first, {}), (second, variation)):
        built = project.build(SOURCE_DATE_EPOCH=EPOCH, **environment)
        assert built.returncode == 0, built.stderr
    assert tree(first.folder / "site") == tree(second.folder / "site")
