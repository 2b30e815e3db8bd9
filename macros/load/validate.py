"""From nodes to models: pydantic's errors told with the place in the file."""

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.hints import did_you_mean, near
from macros.load.nodes import Node
from macros.load.problems import Place, Problem

M = TypeVar("M", bound=BaseModel)

CODES = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "literal_error": "bad-choice",
    "enum": "bad-choice",
    "string_too_short": "empty",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "bad-form",
    "string_type": "wrong-shape",
    "list_type": "wrong-shape",
    "dict_type": "wrong-shape",
    "model_type": "wrong-shape",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "bool_type": "bad-choice",
    "bool_parsing": "bad-choice",
    "date_from_datetime_parsing": "date",
    "date_parsing": "date",
}


def record(model: type[M], node: Node) -> tuple[M | None, list[Problem]]:
    """Make a model of a node; give the model or None, and all problems."""
    try:
        return model.model_validate(node.plain()), []
    except ValidationError as error:
        return None, _problems(model, node, error.errors(include_url=False))


def _problems(model: type[BaseModel], node: Node, errors: list[ErrorDetails]) -> list[Problem]:
    unknown = [e for e in errors if e["type"] == "extra_forbidden"]
    explained = {
        (*e["loc"][:-1], guess) for e in unknown if (guess := near(str(e["loc"][-1]), _fields(model, e["loc"][:-1])))
    }
    return [_problem(model, node, e) for e in errors if not (e["type"] == "missing" and e["loc"] in explained)]


def _problem(model: type[BaseModel], node: Node, error: ErrorDetails) -> Problem:
    code = CODES.get(error["type"], error["type"])
    place = place_of(node, error["loc"], of_key=code == "unknown-key")
    named = f" in '{node.entries['id'].text}'" if "id" in node.entries else ""
    return Problem(place, code, _message(error, code) + named, _help(model, error, code))


def _message(error: ErrorDetails, code: str) -> str:
    key = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str)), "entry")
    shown = str(error.get("input"))[:60]
    match code:
        case "unknown-key":
            return f"'{key}' is not a key"
        case "missing-key":
            return f"the key '{key}' is missing"
        case "bad-choice":
            return f"'{shown}' is not a valid {key}"
        case "empty":
            return f"'{key}' has no text"
        case "bad-form":
            return f"'{shown}' is not a valid {key}"
    return f"{key}: {error['msg'][0].lower()}{error['msg'][1:]}"


def _help(model: type[BaseModel], error: ErrorDetails, code: str) -> str:
    match code:
        case "unknown-key":
            return did_you_mean(str(error["loc"][-1]), _fields(model, error["loc"][:-1]))
        case "bad-choice":
            return did_you_mean(str(error.get("input")), _choices(error))
        case "bad-form":
            return "use lower-case letters, digits and single hyphens" if "id" in str(error["loc"][-1]) else ""
        case "missing-key":
            return "README.md in data/ lists the keys of each kind"
    return ""


def _choices(error: ErrorDetails) -> list[str]:
    if error["type"].startswith("bool"):
        return ["true", "false"]
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [word.strip("'") for part in expected.split(", ") for word in part.split(" or ")]


def _fields(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """Follow a location through nested models and give the field names there."""
    current: Any = model
    for part in loc:
        if isinstance(part, str) and isinstance(current, type) and issubclass(current, BaseModel):
            current = _inner_model(current.model_fields[part].annotation) if part in current.model_fields else None
    if not (isinstance(current, type) and issubclass(current, BaseModel)):
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _inner_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _inner_model(arg))), None)


def place_of(node: Node, loc: tuple[int | str, ...], *, of_key: bool = False) -> Place:
    """Find where a location such as ("points", 0, "text") stands; the nearest parent if it is absent."""
    key_place = node.place
    for part in loc:
        child = node.items[part] if isinstance(part, int) and part < len(node.items) else node.entries.get(str(part))
        if child is None:
            break
        key_place = node.keys.get(str(part), child.place)
        node = child
    return key_place if of_key else node.place
