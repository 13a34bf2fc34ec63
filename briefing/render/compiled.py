"""Keeps compiled templates beside the package's own compiled modules.

Reading a style's templates anew costs as much as all the rest of a manuscript. Like
Python's `.pyc` files these are checked against their source, and left alone where
the folder cannot be written or bytecode is not wanted; an issue never depends on them.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_FOLDER = Path(__file__).parent / "__pycache__"


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja's cache, which here never fails a build."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template if that is possible."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def compiled_templates(compiler: Path) -> CompiledTemplates | None:
    """Give the cache; None when its folder is not there.

    Args:
        compiler: the module that compiles; what another state of it made is not used.
    """
    if not _FOLDER.is_dir():
        return None
    state = compiler.stat()
    name = f"template-{state.st_mtime_ns:x}-{state.st_size:x}-%s.cache"
    return CompiledTemplates(str(_FOLDER), name)
