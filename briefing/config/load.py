"""Opening a desk: its config, its listed names, its editions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.config.check import config_faults, edition_faults, side_faults
from briefing.config.faults import fault, fit
from briefing.config.merge import like_faults, take_over
from briefing.config.names import load_names
from briefing.config.schema import Config, EditionConfig, TopicConfig
from briefing.config.yaml import Yaml, load_yaml
from briefing.errors import ConfigError, UsageError, did_you_mean
from briefing.model.names import NameList

if TYPE_CHECKING:
    from briefing.model.problem import Problem

DEFAULTS = ("config/briefing.yaml", "briefing.yaml")
"""Where a config is looked for, in this order."""
_LONGEST_NAME = 4
_SUFFIXES = frozenset({".yaml", ".yml"})


class Desk(NamedTuple):
    """A newsroom's set-up: where it lies, what its config says, the names it lists."""

    root: Path
    """Folder that the config's paths are relative to."""
    path: Path
    """The config file."""
    config: Config
    """What it says."""
    names: NameList
    """The listed names; empty when the config names no file."""
    remarks: tuple[Problem, ...] = ()
    """What a reader of the config should know: words that YAML often misreads."""


class Edition(NamedTuple):
    """A recurring briefing, ready to use: `like` followed, titles filled in."""

    id: str
    """Its id in the config, or the stem of its own file."""
    config: EditionConfig
    """Its keys, with those it takes over."""
    topics: dict[str, TopicConfig]
    """Its topics by id, in the order of printing, each with a title."""

    def styled(self, when_empty: str) -> Edition:
        """Give it with what it leaves to its house style."""
        own = self.config.when_empty or when_empty
        return self._replace(config=self.config.model_copy(update={"when_empty": own}))


def load_desk(path: Path | None, *, cwd: Path) -> Desk:
    """Read a desk's config and check all that it says against itself.

    Args:
        path: the config file; None looks for the default ones.
        cwd: the folder that relative paths and the default files are looked for in.

    Raises:
        ConfigError: with a line (file, line, column, key) for every fault.
    """
    found = _find_config(path, cwd)
    root = found.parent.parent if found.parent.name == "config" else found.parent
    yaml = _read(found, cwd)
    config = fit(Config, yaml)
    faults = config_faults(config, yaml)
    if faults:
        raise ConfigError("\n".join(faults))
    names, remarks = _listed_names(config, yaml, root, cwd)
    for name, own in config.editions.items():
        faults += side_faults(own, names, yaml=yaml, path=("editions", name))
    if faults:
        raise ConfigError("\n".join(faults))
    return Desk(root, found, config, names, (*yaml.remarks, *remarks))


def find_edition(desk: Desk, name: str | None) -> Edition:
    """Find an edition by its id, or read it from a YAML file of its own.

    Args:
        desk: the desk.
        name: an id; the path of a file that holds an edition's keys (`like: ...` and
            what differs), whose stem is then the id; None for the first edition.

    Raises:
        UsageError: when there is no such edition or file.
        ConfigError: when the file has faults.
    """
    editions = desk.config.editions
    if name is None:
        if not editions:
            raise no_editions(desk)
        name = next(iter(editions))
    if name in editions:
        return _edition(desk, name, take_over(editions, editions[name]))
    if Path(name).suffix in _SUFFIXES:
        return _edition_file(desk, Path(name))
    message = (
        f"no edition '{name}' in {desk.path.name}; it has {', '.join(editions) or '-'}"
        f"{did_you_mean(name, editions)}"
    )
    raise UsageError(message)


def no_editions(desk: Desk) -> ConfigError:
    """Give what to raise where a desk without editions is asked for one."""
    return ConfigError(f"{desk.path.name}: no editions; add one under 'editions'")


def said_fault(desk: Desk, name: str | None, key: str, what: str) -> str | None:
    """Write a fault of an edition's key, placed where the key stands.

    That is in the edition itself or in one that it is like. The file is read once
    more for it: only what goes wrong needs places.

    Args:
        desk: the desk.
        name: the edition, as `find_edition` was asked for it.
        key: the key.
        what: what was found, and what to do.

    Returns:
        The fault with file, line, column and key; None when the key stands nowhere.
    """
    editions = desk.config.editions
    name = next(iter(editions), None) if name is None else name
    if name not in editions and name and Path(name).suffix in _SUFFIXES:
        yaml = _read(Path(name).absolute(), Path.cwd())
        own = fit(EditionConfig, yaml)
        if key in own.model_fields_set:
            return fault(yaml, (key,), what, value=True)
        name = own.like
    while name in editions:
        if key in editions[name].model_fields_set:
            yaml = _read(desk.path, Path.cwd())
            return fault(yaml, ("editions", name, key), what, value=True)
        name = editions[name].like
    return None


def title_from_id(name: str, names: NameList) -> str:
    """Make a title of an id: "strikes-on-ukraine" gives "Strikes on Ukraine".

    The first word and listed names get their capitals; nothing else is guessed.
    """
    listed = {
        spelling.lower(): spelling for one in names.names for spelling in one.spellings
    }
    words = name.replace("_", "-").split("-")
    parts = []
    while words:
        runs = (" ".join(words[:n]) for n in range(_LONGEST_NAME, 0, -1))
        run = next((run for run in runs if run.lower() in listed), words[0])
        parts.append(listed.get(run.lower(), run))
        words = words[run.count(" ") + 1 :]
    title = " ".join(parts)
    return title[:1].upper() + title[1:]


def _find_config(path: Path | None, cwd: Path) -> Path:
    if path is not None:
        return (cwd / path).absolute()
    for default in DEFAULTS:
        if (cwd / default).is_file():
            return (cwd / default).absolute()
    message = (
        f"no config: looked for {' and '.join(DEFAULTS)} here; name one with "
        "--config, or make a desk with 'briefing init DIR'"
    )
    raise ConfigError(message)


def _read(path: Path, cwd: Path) -> Yaml:
    """Read a YAML file; messages name it relative to `cwd` where they can."""
    name = str(path.relative_to(cwd) if path.is_relative_to(cwd) else path)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message = f"{name}: there is no such file; check the path"
        raise ConfigError(message) from error
    except OSError as error:
        message = f"{name}: cannot be read ({error.strerror}); check the path"
        raise ConfigError(message) from error
    except UnicodeDecodeError as error:
        message = f"{name}: is not UTF-8 at byte {error.start}; save it as UTF-8"
        raise ConfigError(message) from error
    return load_yaml(text, name=name)


def _listed_names(
    config: Config, yaml: Yaml, root: Path, cwd: Path
) -> tuple[NameList, tuple[Problem, ...]]:
    if config.names is None:
        return NameList(), ()
    path = root / config.names
    if not path.is_file():
        where = yaml.where(("names",), value=True)
        message = f"{where}: names: there is no file '{config.names}'; check the path"
        raise ConfigError(message)
    return load_names(_read(path, cwd))


def _edition_file(desk: Desk, path: Path) -> Edition:
    """Read an edition from a file of its own."""
    yaml = _read(path.absolute(), Path.cwd())
    own = fit(EditionConfig, yaml)
    editions = desk.config.editions
    chain_faults = like_faults(editions, own, yaml=yaml, path=())
    config = own if chain_faults else take_over(editions, own)
    faults = chain_faults or edition_faults(
        config, own, yaml=yaml, path=(), config=desk.config
    )
    faults += side_faults(own, desk.names, yaml=yaml, path=())
    if faults:
        raise ConfigError("\n".join(faults))
    return _edition(desk, path.stem, config)


def _edition(desk: Desk, name: str, config: EditionConfig) -> Edition:
    topics = {
        topic: _titled(desk.config.topics[topic], topic, desk.names)
        for topic in config.topics or desk.config.topics
    }
    return Edition(name, _titled(config, name, desk.names), topics)


def _titled(config: Any, name: str, names: NameList) -> Any:  # noqa: ANN401 - either config
    """Fill in the title that a topic or an edition leaves out."""
    if config.title is not None:
        return config
    return config.model_copy(update={"title": title_from_id(name, names)})
