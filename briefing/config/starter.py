"""Where the styles, samples and starter config that come with `briefing` lie."""

from __future__ import annotations

from pathlib import Path

import briefing


def starter() -> Path:
    """Give the folder that holds `templates/`, `config/` and `seeds/`.

    In an installed package that is `briefing/_starter`, in a checkout its root.
    """
    package = Path(briefing.__file__).parent
    packaged = package / "_starter"
    return packaged if packaged.is_dir() else package.parent
