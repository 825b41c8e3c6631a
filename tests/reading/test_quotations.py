import pytest

from communique.domain import Document, Span
from communique.reading import quotations


def block(text: str) -> Span:
    return Document(id="d", source="s", sha256="", media_type="text/plain", text=text).span(0, len(text))


def found(text: str) -> list[str]:
    return [quotation.span.text for quotation in quotations.in_blocks([block(text)])]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We will stay,” she said. “For now.”", ["“We will stay,”", "“For now.”"]),
        ('"We will stay," she said.', ['"We will stay,"']),
        ("«We will stay», she said.", ["«We will stay»"]),
        ("``We will stay,'' she said.", ["``We will stay,''"]),
        ("''We will stay,'' she said.", ["''We will stay,''"]),
        ('“We will stay," she said.', ['“We will stay,"']),
        ("he was done.”We will stay,” she said.", ["”We will stay,”"]),
        ("‘We will stay,’ she said.", ["‘We will stay,’"]),
        ("‘We don’t know,’ she said.", ["‘We don’t know,’"]),
        ("The workers’ union and the ministers’ aides met.", []),
        ("It was the minister's word against the envoy's.", []),
        ("“He told me ‘never’ and left,” she said.", ["“He told me ‘never’ and left,”"]),
        ("No marks at all.", []),
        ('"He called it “a trap” and left," she said.', ['"He called it “a trap” and left,"']),
        ('“He called it "a trap" and left,” she said.', ['“He called it "a trap" and left,”']),
        ('"Yes,” she said. “And no.”', ['"Yes,”', "“And no.”"]),
        ('“We will stay," she said. "For now.”', ['“We will stay,"', '"For now.”']),
        ('“He said "yes", then "no".” He left.', ['“He said "yes", then "no".”']),
        ('"The crowd rose and sang “Homeland” twice.', ["“Homeland”"]),
        ('He is 6\'3" tall and "fit," she said.', ['"fit,"']),
    ],
)
def test_marks_pair_up_with_those_of_their_own_style_first(text: str, quoted: list[str]) -> None:
    assert found(text) == quoted


def test_a_quotation_without_its_closing_mark_ends_with_the_paragraph() -> None:
    first, second = "She said: “We will stay.", "“We will not go.”"
    text = f"{first}\n{second}"
    whole = block(text)
    both = [whole.part(0, len(first)), whole.part(len(first) + 1, len(text))]
    assert [(q.span.text, q.open) for q in quotations.in_blocks(both)] == [
        ("“We will stay.", True),
        ("“We will not go.”", False),
    ]
