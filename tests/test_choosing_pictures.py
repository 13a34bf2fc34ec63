"""Which pictures of its articles an issue prints, and where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from briefing.compose.illustrations import illustrate
from briefing.model.article import Article
from briefing.model.illustration import Picture, StatedPicture
from briefing.model.section import Item, ItemSentence, Section
from tests.sample_briefing import sample_briefing

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases/compose/illustrations.yaml").read_text("utf-8")
)


def item_of(topic, number, told):
    count = told.get("sentences", 1)
    return Item(
        id=f"{topic}-{number}",
        text="Words.",
        role=told.get("role", "news"),
        citations=(number,),
        figures=(),
        scores={"total": told["rank"]},
        sentences=tuple(ItemSentence("Words.", citation=number) for _ in range(count)),
        article=told["article"],
        in_takeaways=tuple(told.get("leads", ())),
    )


def briefing_of(case):
    sections = tuple(
        Section(
            topic,
            "topic",
            topic,
            topic,
            items=tuple(
                item_of(topic, at, one) for at, one in enumerate(told, start=1)
            ),
        )
        for topic, told in case["topics"].items()
    )
    return replace(sample_briefing(), sections=sections, problems=())


def articles_of(case):
    return [
        Article(
            id=name,
            path=f"{name}.txt",
            text="",
            sha256="",
            blocks=(),
            reader="plain",
            pictures=tuple(StatedPicture(file, None, None, "A") for file in files),
        )
        for name, files in case["pictures"].items()
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case):
    asked = []

    def read(stated):
        asked.append(stated.file)
        if stated.file.startswith("bad"):
            raise ValueError("is broken")
        return Picture("jpeg", 60, 40, stated.file[0].encode())

    made = illustrate(
        briefing_of(case), articles_of(case), most=case.get("most", 9), read=read
    )
    printed = [[one.section, one.source, one.item] for one in made.illustrations]
    assert printed == case["printed"]
    assert [problem.where for problem in made.problems] == case.get("problems", [])
    assert all(
        problem.what == "is broken; the picture is not printed"
        for problem in made.problems
    )
    if "read" in case:
        assert asked == case["read"]
    assert [one.file for one in made.illustrations] == [
        f"{made.edition.id}-{made.issue.id}-picture-{number}.jpg"
        for number in range(1, len(printed) + 1)
    ]
