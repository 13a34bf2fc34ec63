"""Faults of a config in plain words, each with its place and the nearest right name."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from briefing.config.yaml import KeyPath, Yaml, dotted
from briefing.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)

_WORDS = {
    "missing": "the key '{key}' is needed; add it",
    "tuple_type": "expected a list; write [a, b] or one entry a line after '- '",
    "dict_type": "expected keys with values under it",
    "model_type": "expected keys with values under it",
    "model_attributes_type": "expected keys with values under it",
    "string_type": "expected text",
    "bool_type": "expected true or false",
    "bool_parsing": "'{input}' is neither true nor false",
    "int_type": "expected a whole number",
    "int_parsing": "'{input}' is no whole number",
    "int_from_float": "'{input}' is no whole number",
    "float_type": "expected a number",
    "float_parsing": "'{input}' is no number",
    "greater_than": "{input} is too small; it must be more than {gt}",
    "greater_than_equal": "{input} is too small; it must be at least {ge}",
    "less_than_equal": "{input} is too large; it must be at most {le}",
}
_NO_DAY = "'{input}' is no day; write it as 2025-02-07"


def fault(yaml: Yaml, path: KeyPath, what: str, *, value: bool = False) -> str:
    """Write one fault: file, line, column, key, what was found, what to do."""
    key = dotted(path)
    return f"{yaml.where(path, value=value)}: {key}{': ' if key else ''}{what}"


def fit(model: type[Model], yaml: Yaml) -> Model:
    """Read a file's data as a config model; numbers and days become text where needed.

    Raises:
        ConfigError: with a line for every key or value that does not fit.
    """
    raw = yaml.data if yaml.data is not None else {}
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        wanted_as_text = [
            _path(raw, found["loc"])
            for found in error.errors()
            if found["type"] == "string_type" and _is_scalar(found["input"])
        ]
    try:
        return model.model_validate(_written_out(raw, yaml, wanted_as_text))
    except ValidationError as error:
        faults = [_explain(found, model, yaml, raw) for found in error.errors()]
        raise ConfigError("\n".join(dict.fromkeys(faults))) from error


def _is_scalar(value: object) -> bool:
    return value is not None and not isinstance(value, dict | list)


def _written_out(raw: Any, yaml: Yaml, paths: list[KeyPath]) -> Any:  # noqa: ANN401
    """Copy the data with the values at `paths` as they were written in the file."""
    copy = deepcopy(raw)
    for path in paths:
        holder = copy
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = yaml.written.get(path, str(holder[path[-1]]))
    return copy


def _path(raw: Any, loc: tuple[str | int, ...]) -> KeyPath:  # noqa: ANN401
    """Give the path in the file for a place in the model.

    A bare list for a topic or a name stands for the key it fills (`any`, `also`),
    and a bare word for a list of one; those steps are not in the file.
    """
    path: KeyPath = ()
    for key in loc:
        if _holds(raw, key):
            raw = raw[key]
            path = (*path, key)
    return path


def _holds(raw: Any, key: str | int) -> bool:  # noqa: ANN401
    if isinstance(raw, list):
        return isinstance(key, int) and key < len(raw)
    return isinstance(raw, dict) and key in raw


def _explain(
    found: ErrorDetails,
    model: type[BaseModel],
    yaml: Yaml,
    raw: Any,  # noqa: ANN401
) -> str:
    """Turn one error of pydantic's into a line for the editor."""
    path = _path(raw, found["loc"])
    kind = found["type"]
    given = found["input"]
    if kind == "extra_forbidden":
        known = _fields_at(model, found["loc"][:-1])
        close = did_you_mean(str(path[-1]), known)
        what = f"unknown key{close or '; known are ' + ', '.join(sorted(known))}"
        return fault(yaml, path, what)
    if kind == "literal_error":
        return fault(yaml, path, _choice(found), value=True)
    if kind.startswith("date"):
        template = _NO_DAY
    elif given is None:
        template = "nothing is given; write a value or leave the key out"
    else:
        template = _WORDS.get(kind, found["msg"])
    key = found["loc"][-1] if found["loc"] else ""
    what = template.format(input=given, key=key, **found.get("ctx", {}))
    return fault(yaml, path, what, value=True)


def _choice(found: ErrorDetails) -> str:
    """Say which words are allowed, and which of them is nearest."""
    expected = found["ctx"]["expected"].replace(" or ", ", ")
    known = [word.strip(" '") for word in expected.split(",")]
    given = str(found["input"])
    return f"'{given}' is none of {', '.join(known)}{did_you_mean(given, known)}"


def _fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Give the keys that are known at a place in the model."""
    for key in loc:
        if key in model.model_fields:
            model = _model_in(model.model_fields[str(key)].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    """Find the model inside an annotation such as `dict[str, EditionConfig]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
