"""The templates of the editions."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.render import day, lower_first

KILO, MEGA = 1_000, 1_000_000
FOLDER = Path(__file__).parent / "templates"


def fill(name: str, **context: object) -> str:
    """Fill a template of the folder beside this file; everything is escaped."""
    return _environment().get_template(name).render(context)


def text(name: str) -> str:
    """Give a file of the folder as it is."""
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=day, lower_first=lower_first, size=size)
    return environment


def size(number: int) -> str:
    """Write a number of bytes as readers do: 3072 is "3 kB", 2500000 is "2.5 MB"."""
    return f"{max(1, round(number / KILO))} kB" if number < MEGA else f"{number / MEGA:.1f} MB"
