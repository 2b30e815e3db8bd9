"""Nothing is shipped that no page loads."""

from pathlib import Path


def test_no_source_map_and_no_foreign_stemmer_is_shipped(site: Path) -> None:
    assert list(site.rglob("*.map")) == []
    assert [path for path in site.rglob("*") if path.is_file() and "lunr" in path.parts] == []


def test_no_file_points_to_a_source_map(site: Path) -> None:
    files = [*site.rglob("*.js"), *site.rglob("*.css")]
    assert files
    assert [path.name for path in files if "sourceMappingURL=" in path.read_text(encoding="utf-8")] == []
