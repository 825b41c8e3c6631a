from collections.abc import Callable

import pytest

from communique.domain import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "Norland’s army spokesman offered no comment on the raid.",
        "The agreement does not mention the fate of the soldiers held by Sudmark.",
        "Berg repeated his comments.",
        "The two sides exchanged views on regional issues.",
        "Berg and Hansen agreed on Tuesday to lower the tariffs on steel.",
        "A further round of talks is expected in September.",
        "The mayor’s lawyer, Jon Berg, tells a different story.",
        "The envoy talked the rebel captain out of the fort.",
    ],
)
def test_what_only_names_a_topic_is_topical(read: Read, text: str) -> None:
    assert all(attribution.topical for attribution in read(text).attributions)


@pytest.mark.parametrize(
    "text",
    [
        "Berg denied the charges.",
        "The ministers agreed that the truce had failed.",
        "Berg welcomed the deal.",
        "Berg said that the talks had failed.",
        "Berg called the trial “a masquerade”.",
        "Most countries view the construction as a violation of the law.",
        "Berg pleaded not guilty.",
        "Berg reaffirmed his opposition to the deal.",
        "Berg rescinded his endorsement of Hansen.",
        "Berg bemoaned the failure of the talks.",
    ],
)
def test_what_says_something_is_not(read: Read, text: str) -> None:
    found = read(text).attributions
    assert found
    assert not any(attribution.topical for attribution in found)


def test_who_wants_no_name_says_nothing_by_it(read: Read) -> None:
    found = read("A nurse at the clinic, who asked not to be named, said four men had died.").attributions
    assert [a.content[0].text for a in found if not a.topical] == ["four men had died"]
