"""Run the site's own ES modules in process: V8 without modules, so that imports become plain functions."""

import json
import re
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

IMPORT = re.compile(r"^import (?:(?P<default>\w+)|\{(?P<names>[^}]*)\}) from \"(?P<path>[^\"]+)\";?$", re.MULTILINE)
EXPORT = re.compile(
    r"^export (?P<what>(?:async )?(?:const|class|function\*?) (?P<name>\w+)|\{ (?P<class>\w+) as default \};?)",
    re.MULTILINE,
)
PREPARED = "globalThis.addEventListener = () => {}; globalThis.modules = {};"


class Modules:
    """A V8 with some modules in it, each once."""

    def __init__(self) -> None:
        """Begin without modules."""
        self._engine = MiniRacer()
        self._loaded: set[Path] = set()
        self._engine.eval(PREPARED)

    def load(self, path: Path) -> None:
        """Load a module and what it imports; what it exports is `modules[path]` for evaluated code."""
        if path in self._loaded:
            return
        self._loaded.add(path)
        text = path.read_text(encoding="utf-8")
        for found in IMPORT.finditer(text):
            self.load((path.parent / found["path"]).resolve())
        exported = [self._exported(found) for found in EXPORT.finditer(text)]
        code = EXPORT.sub(lambda found: "" if found["class"] else found["what"], text)
        code = IMPORT.sub(lambda found: self._imported(path, found), code)
        self._engine.eval(
            f"modules[{json.dumps(str(path))}] = (() => {{ {code}\nreturn {{ {', '.join(exported)} }}; }})();"
        )

    def value(self, code: str, **given: object) -> Any:
        """Evaluate an expression over `modules` and the given values; give what it comes to."""
        names = ", ".join(given)
        values = ", ".join(json.dumps(value) for value in given.values())
        return json.loads(str(self._engine.eval(f"JSON.stringify((({names}) => ({code}))({values}) ?? null)")))

    @staticmethod
    def _exported(found: re.Match[str]) -> str:
        return f"default: {found['class']}" if found["class"] else found["name"]

    @staticmethod
    def _imported(path: Path, found: re.Match[str]) -> str:
        source = json.dumps(str((path.parent / found["path"]).resolve()))
        names = f"{{ default: {found['default']} }}" if found["default"] else f"{{ {found['names']} }}"
        return f"const {names} = modules[{source}];"
