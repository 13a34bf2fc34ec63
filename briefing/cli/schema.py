"""`briefing schema`: JSON Schema of what goes in and comes out."""

from __future__ import annotations

import json
from typing import Any

import click

from briefing.cli.speech import tell_json

CONTRACTS = ("config", "edition", "names", "briefing", "inspect")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@click.command(
    "schema",
    epilog="""
\b
config    config/briefing.yaml
edition   a file of its own for one edition, such as a one-off
names     the file of listed names
briefing  an issue's .json, which is also what templates see
inspect   a line of 'briefing inspect --jsonl'

\b
Examples:
  briefing schema config > config/briefing.schema.json
  briefing schema edition > config/edition.schema.json
  briefing schema briefing
""",
)
@click.argument("contract", type=click.Choice(CONTRACTS))
def command(contract: str) -> None:
    """Print the JSON Schema of a contract."""
    tell_json(json.dumps(schema_of(contract), indent=2, ensure_ascii=False))


def schema_of(contract: str) -> dict[str, Any]:
    """Make the JSON Schema of one of `CONTRACTS`."""
    from briefing.cli.dataclass_schema import schema_of_dataclass

    schema: dict[str, Any]
    match contract:
        case "config":
            from briefing.config.schema import Config

            schema = Config.model_json_schema(mode="validation")
        case "edition":
            from briefing.config.schema import EditionConfig

            schema = EditionConfig.model_json_schema(mode="validation")
        case "names":
            from briefing.config.names import NamesConfig

            schema = NamesConfig.model_json_schema(mode="validation")
        case "briefing":
            from briefing.model.briefing import Briefing

            schema = schema_of_dataclass(Briefing)
        case _:
            from briefing.cli.findings import InspectedArticle

            schema = schema_of_dataclass(InspectedArticle)
    return {"$schema": _DIALECT, **schema}
