"""Which file of data/ holds which kind of record."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from macros import models
from macros.hints import did_you_mean
from macros.load.problems import Place, Problem


class Form(Enum):
    """How a kind is spread over files."""

    FILE_EACH = "a folder with one record a file; the file name is the id"
    LISTS = "a folder of lists"
    LIST = "one file with a list"


@dataclass(frozen=True)
class Kind:
    """A kind of record, the folder or file it lives in, and its model."""

    name: str
    form: Form
    model: type[models.Record]
    folder: str = ""
    """A folder that several lists share, with its slash."""

    key: str = "id"
    """The field that names a record."""

    @property
    def home(self) -> str:
        """The folder or file inside data/."""
        return f"{self.folder}{self.name}.yml" if self.form is Form.LIST else self.name


KINDS = [
    Kind("questions", Form.FILE_EACH, models.Question),
    Kind("frameworks", Form.FILE_EACH, models.Framework),
    Kind("cases", Form.FILE_EACH, models.Case),
    Kind("companies", Form.FILE_EACH, models.Company),
    Kind("policies", Form.FILE_EACH, models.Policy),
    Kind("surveys", Form.FILE_EACH, models.Survey),
    Kind("checklists", Form.FILE_EACH, models.Checklist),
    Kind("plans", Form.FILE_EACH, models.Plan),
    Kind("claims", Form.LISTS, models.Claim),
    Kind("sources", Form.LIST, models.Source),
    Kind("conflicts", Form.LIST, models.Conflict),
    Kind("glossary", Form.LIST, models.Term),
    Kind("rounds", Form.LIST, models.Round),
    Kind("platforms", Form.LIST, models.Platform),
    Kind("competencies", Form.LIST, models.Competency),
    Kind("topics", Form.LIST, models.Topic),
    Kind("mistakes", Form.LIST, models.Mistake),
    Kind("faq", Form.LIST, models.Faq),
    Kind("synonyms", Form.LIST, models.Synonyms, folder="search/"),
    Kind("retired", Form.LIST, models.Retired),
    Kind("queries", Form.LIST, models.JudgedQuery, folder="search/", key="query"),
    Kind("wordings", Form.LIST, models.Wording, folder="search/", key="target"),
]
BY_HOME = {kind.home: kind for kind in KINDS}
SHARED = sorted({kind.folder.rstrip("/") for kind in KINDS if kind.folder})


def files(data: Path) -> Iterator[tuple[Kind, Path]]:
    """Give every data file with its kind, in the order of their names."""
    for path in sorted(data.rglob("*.yml")):
        name = path.relative_to(data)
        if kind := BY_HOME.get(name.parts[0]) or BY_HOME.get(name.as_posix()):
            yield kind, path


def strangers(data: Path, prefix: str) -> list[Problem]:
    """Report what lies in data/ and belongs to no kind."""
    known = {*BY_HOME, *SHARED, "README.md"}
    names = [path.relative_to(data).as_posix() for at in ["", *SHARED] for path in sorted((data / at).glob("*"))]
    return [
        Problem(Place(f"{prefix}{name}"), "unknown-file", f"'{name}' is no data file", did_you_mean(name, known))
        for name in names
        if name not in known
    ] + _wrong_endings(data, prefix)


def _wrong_endings(data: Path, prefix: str) -> list[Problem]:
    return [
        Problem(
            Place(f"{prefix}{path.relative_to(data).as_posix()}"), "unknown-file", "data files end in .yml", "rename it"
        )
        for kind in KINDS
        if kind.form is not Form.LIST and (data / kind.name).is_dir()
        for path in sorted((data / kind.name).rglob("*"))
        if path.suffix != ".yml" or (kind.form is Form.FILE_EACH and path.parent.name != kind.name)
    ]
