"""The taxonomy: every entry tells its examples from its near-miss, and a user's file is read as strictly."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import RunStopped
from communique.knowledge.issues import Taxonomy, Topic, compiled, taxonomy, topics
from communique.knowledge.stances import stance_words

PLOVER = """military intelligence executive legislative election political_institutions pro_democracy pro_autocracy
economic legal reparations human_rights rights_freedoms repression human_security gender lgbt
religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters
natural_resource environment technology terrorism cbrn cyber misinformation crime corruption
illegal_drugs trafficking""".split()

OWN = """
- id: kelp
  label: Kelp farming
  definition: Farms of kelp at sea.
  about: owner
  cues: [kelp (farm*|harvest)]
"""


def told(text: str) -> set[str]:
    return {hit.topic.id for hit in taxonomy().hits(text)}


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.id)
def test_every_topic_knows_its_examples_and_not_its_near_miss(topic: Topic) -> None:
    assert topic.examples
    assert topic.near_miss
    assert all(topic.id in told(example) for example in topic.examples)
    assert topic.id not in told(topic.near_miss)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Kestria will not give up an inch of its land.", "territory"),
        ("It was the worst attack on our soil in years.", None),
        ("He gave up his post as minister.", None),
        ("The phone will hit the market in May.", None),
        ("The ministry denied that it had carried out the strike.", "use-of-force"),
        ("Tarn lifted its measures against Kestria.", "sanctions"),
        ("The state imposed restrictions on cafes.", None),
        ("Tarn lowered the duty on Kestrian steel.", "trade"),
        ("Kestria freed two Tarnish citizens.", "hostages"),
        ("Water is a bargaining chip.", None),
    ],
)
def test_a_topic_is_told_by_words_for_it_alone(text: str, topic: str | None) -> None:
    assert {hit.topic.id for hit in Taxonomy.of(topics()).hits(text)} == {topic} - {None}


def test_every_context_of_plover_has_a_topic() -> None:
    assert {context for topic in topics() for context in topic.contexts} == set(PLOVER)


@pytest.mark.parametrize(
    ("phrase", "text", "fits"),
    [
        ("arms sale*", "arms sales", True),
        ("arms sale*", "charms sales", False),
        ("tax (haven*|evasion)", "tax evasion", True),
        ("tax (haven*|evasion)", "tax return", False),
        ("ban .. arms", "ban the sale of arms", True),
        ("ban .. arms", "ban one two three four five arms", False),
        ("ban .. arms", "ban. Others carry arms", False),
        ("cease fire", "cease-fire", True),
        ("air ?strike", "airstrike", True),
        ("air ?strike", "air strike", True),
        ("interferes? with", "they interfere with ships", True),
        ("(end|stop) of (the )?war", "the stop of war", True),
        ("tear* (up|apart)", "TEARING UP the treaty", True),
        ("WHO", "who", False),
        ("WHO", "the WHO", True),
        ("U.N. vote", "U.N. vote", True),
        ("U.N. vote", "UXNX vote", False),
    ],
)
def test_a_phrase_says_where_words_may_differ(phrase: str, text: str, *, fits: bool) -> None:
    one = Taxonomy.of([Topic(id="x", label="X", definition="X", cues=(phrase,))])
    assert bool(one.hits(text)) is fits


def test_two_weak_phrases_are_needed_and_one_against_is_enough() -> None:
    one = Taxonomy.of([Topic(id="x", label="X", definition="X", cues=("ferry",), weak=("boat", "deck"), not_=("toy",))])
    assert not one.hits("a boat, a boat")
    assert one.hits("a boat with a deck")
    assert not one.hits("a toy ferry")


def test_issues_of_a_user_s_own_stand_beside_the_known_ones(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, "utf-8")
    found = taxonomy(str(file))
    assert {hit.topic.id for hit in found.hits("The kelp farms face new tariffs")} == {"kelp", "trade"}


@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "just words",
        "- id: x",
        "- {id: X y, label: X, definition: X, cues: [x]}",
        "- {id: x, label: X, definition: X, cues: x}",
        "- {id: x, label: X, definition: X, cues: [(x]}",
        "- {id: x, label: X, definition: X, cues: ['*x']}",
        "- {id: x, label: X, definition: X, cues: ['x)(y']}",
        "- {id: x, label: X, definition: X, cues: [x], about: me}",
        "- {id: x, label: X, definition: X, cues: [x], colour: red}",
        OWN + OWN,
        "",
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(RunStopped, match=r"own\.yaml"):
        taxonomy(str(file))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(RunStopped, match=r"nowhere\.yaml"):
        taxonomy("nowhere.yaml")


@given(st.text(max_size=200))
def test_any_text_has_its_hits_inside_it(text: str) -> None:
    assert all(0 <= hit.start < hit.end <= len(text) for hit in taxonomy().hits(text))


def test_phrases_of_the_taxonomy_are_patterns_and_stances_are_known() -> None:
    assert all(compiled(cue) for topic in topics() for cue in (*topic.cues, *topic.weak, *topic.not_))
    assert set(stance_words().cues) >= {"supports", "opposes", "rejects", "denies", "seeks", "warns", "concerned"}
