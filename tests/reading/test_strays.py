"""Which words are whose where the trained reader takes them together, and what layout tells."""

from collections.abc import Callable

from communique import reading as readings
from communique.domain import Article, Document, Reading
from communique.models import Models

Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str | None, str]]:
    """Cue and content of every attribution."""
    return [(a.cue.text if a.cue else None, " … ".join(s.text for s in a.content)) for a in reading.attributions]


def speakers(reading: Reading) -> list[list[str]]:
    return [[reading.mentions[i].span.text for i in a.speakers] for a in reading.attributions]


def test_a_second_verb_has_its_own_words(read: Read) -> None:
    reading = read(
        "His lawyer, Grace Lund, said that he had been beaten in custody and asked the judge to order a check."
    )
    assert told(reading) == [
        ("said", "that he had been beaten in custody"),
        ("asked", "the judge to order a check"),
    ]
    assert speakers(reading) == [["Grace Lund"], ["Grace Lund"]]


def test_what_the_one_spoken_of_says_stays_within(read: Read) -> None:
    reading = read("Berg told reporters that Viktor Hansen called her on Sunday and asked her to leave.")
    assert told(reading)[0] == ("told", "that Viktor Hansen called her on Sunday and asked her to leave")


def test_what_a_verb_far_behind_governs_is_its_own(read: Read) -> None:
    reading = read("The probe found that the crew had slept, but did not blame the captain.")
    assert told(reading) == [("found", "that the crew had slept"), ("did not blame", "the captain")]


def test_a_quotation_alone_goes_on_with_the_words_before(read: Read) -> None:
    reading = read(
        "“They asked us for the soldiers,” Berg said. “I told them the law is the law.",
        "“Let the families know that they will stand before a judge.”",
        "According to the state news agency, Hansen phoned the envoys to brief them on the accord.",
    )
    agency = next(content for cue, content in told(reading) if cue == "According to")
    assert agency == "Hansen phoned the envoys to brief them on the accord"
    assert any("Let the families know" in content for cue, content in told(reading) if cue == "said")


def test_the_complement_of_a_verb_far_before(read: Read) -> None:
    reading = read("Berg said she had warned Viktor Hansen in a phone call on Sunday that ties would be frozen.")
    assert ("had warned", "that ties would be frozen") in told(reading)


def test_a_claim_has_its_owner(read: Read) -> None:
    reading = read("Berg dismissed as lies Norwegian claims that the ministry was arming rebels.")
    claims = next(a for a in reading.attributions if a.cue and a.cue.text == "claims")
    assert [reading.mentions[i].span.text for i in claims.speakers] == ["Norwegian"]


def test_a_post_is_its_authors(read: Read) -> None:
    reading = read("Berg wrote on Monday.", "We gave our word, and we keep it. — Anna Berg (@annaberg) March 6, 2025")
    post = reading.attributions[-1]
    assert (post.kind, post.content[0].text) == ("direct", "We gave our word, and we keep it.")
    assert speakers(reading)[-1] == ["Anna Berg"]


def titled(models: Models, title: str, *body: str) -> Reading:
    text = "\n\n".join((title, *body))
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    spans = [document.span(text.index(part), text.index(part) + len(part)) for part in (title, *body)]
    return readings.read(Article(id="a", document="d", title=spans[0], body=tuple(spans[1:])), models)


def test_a_headlines_quotation_is_whose_the_article_says(models: Models) -> None:
    reading = titled(
        models,
        "“We will not be threatened”: minister hits out after border deal",
        "Minister Anna Berg said Norland “will not be threatened by anyone” in the north.",
    )
    assert reading.attributions[0].content[0].text == "“We will not be threatened”"
    assert {"Anna Berg"} == {reading.mentions[i].span.text for a in reading.attributions for i in a.speakers}


def test_a_heading_behind_a_name_is_not_said_by_it(models: Models) -> None:
    lead = "Norland threatened Sudmark with sanctions on Monday as the aid worker went on trial, officials said."
    heading = titled(models, "Claire Lund: Norland threatens Sudmark with sanctions over trial", lead)
    assert all(a.topical for a in heading.attributions if a.cue and a.cue.text == ":")


def test_what_joined_anothers_words_is_no_part_of_a_content(models: Models) -> None:
    body = "Minister Anna Berg is disavowing remarks made by an aide who said voters should not “give in to fear”."
    contents = [span.text for a in titled(models, "Norland", body).attributions for span in a.content]
    assert contents
    assert not any(content.endswith(" who") for content in contents)


def test_quotations_that_go_on_over_paragraphs_are_one(read: Read) -> None:
    paragraphs = [f"“We gave our word {count} times.”" for count in ("two", "three", "four")]
    found = read("“We will never go back on it,” Anna Berg said. “We will stay.”", *paragraphs).attributions
    assert found[-1].content[-3:] == found[-1].verbatim[-3:]
    assert [span.text for span in found[-1].content[-3:]] == paragraphs
