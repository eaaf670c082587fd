"""Where shipped data lies, and how a TOML file becomes a validated record."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from claimdesk.core.records.problems import Problem

_PACKAGE = Path(__file__).resolve().parents[2]


class Knowledge(BaseModel):
    """Base of everything read from TOML: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


K = TypeVar("K", bound=Knowledge)


@cache
def shipped(folder: str) -> Path:
    """The shipped folder (`resources`, `templates`): inside the package in a wheel or bundle, beside it in a checkout.

    Raises Problem `shipped_missing` when neither is there.
    """
    for base in (_PACKAGE, _PACKAGE.parent):
        if (base / folder).is_dir():
            return base / folder
    raise Problem("shipped_missing", folder=folder)


def shipped_files(folder: str, *parts: str, pattern: str = "*.toml") -> list[Path]:
    """All files below a shipped folder that match, in name order."""
    return sorted(shipped(folder).joinpath(*parts).rglob(pattern))


def read_knowledge(path: Path, model: type[K]) -> K:
    """The record in one TOML file.

    Raises Problem `knowledge_faulty` with `file`, `key` and `reason` when it is not TOML or does not fit the model.
    """
    try:
        return model.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Problem("knowledge_faulty", file=path.name, key="", reason=str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise Problem("knowledge_faulty", file=path.name, key=key, reason=first["msg"]) from error
