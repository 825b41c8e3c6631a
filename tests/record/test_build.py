from communique import record
from communique.domain import Article, Attribution, Document, Failure, Mention, Reading

TEXT = "Anna Berg said Hansen had promised peace."
PAGE = Document(id="d", source="page.txt", sha256="", media_type="text/plain", text=TEXT)
ARTICLE = Article(id="a", document="d", body=(PAGE.span(0, len(TEXT)),))
READING = Reading(
    article="a",
    mentions=(
        Mention(span=PAGE.span(0, 9), type="person", form="named"),
        Mention(span=PAGE.span(15, 21), type="person", form="named"),
    ),
    chains=((0,), (1,)),
    attributions=(
        Attribution(
            kind="indirect", source=PAGE.span(0, 9), cue=PAGE.span(10, 14), content=(PAGE.span(15, 40),),
            speakers=(0,), confidence=0.9,
        ),
        Attribution(
            kind="indirect", source=PAGE.span(15, 21), cue=PAGE.span(22, 34), content=(PAGE.span(35, 40),),
            speakers=(1,), addressees=(0,), parent=0, confidence=0.4,
        ),
    ),
)  # fmt: skip


def test_statements_name_their_speakers_and_the_statement_that_holds_them() -> None:
    built = record.build([PAGE], [ARTICLE], [READING], [])
    names = {actor.id: actor.name for actor in built.actors}
    outer, inner = built.statements
    assert [names[i] for i in outer.speakers] == ["Anna Berg"]
    assert [names[i] for i in inner.speakers] == ["Hansen"]
    assert [names[i] for i in inner.addressees] == ["Anna Berg"]
    assert (outer.nested_in, inner.nested_in) == (None, outer.id)
    assert (outer.confidence, inner.confidence) == (0.9, 0.4)


def test_a_mention_of_two_actors_makes_two_speakers() -> None:
    theirs = Attribution(
        kind="indirect", source=None, cue=None, content=(PAGE.span(0, 4),), speakers=(2,), confidence=1
    )
    both = Reading(
        article="a",
        mentions=(*READING.mentions, Mention(span=PAGE.span(35, 40), type="group", form="nominal")),
        chains=((0, 2), (1, 2)),
        attributions=(theirs,),
    )
    built = record.build([PAGE], [ARTICLE], [both], [])
    assert len(built.statements[0].speakers) == 2


def test_the_order_in_which_articles_come_does_not_matter() -> None:
    other_page = Document(id="e", source="other.txt", sha256="", media_type="text/plain", text="Berg left.")
    other = Article(id="b", document="e", body=(other_page.span(0, 10),))
    read = Reading(
        article="b",
        mentions=(Mention(span=other_page.span(0, 4), type="person", form="named"),),
        chains=((0,),),
    )
    forward = record.build([PAGE, other_page], [ARTICLE, other], [READING, read], [])
    backward = record.build([other_page, PAGE], [other, ARTICLE], [read, READING], [])
    assert forward == backward
    assert len(next(a for a in forward.actors if a.name == "Anna Berg").mentions) == 2


def test_each_failure_is_told_once() -> None:
    failure = Failure(source="x", stage="sources", reason="empty")
    assert record.build([], [], [], [failure, failure]).failures == (failure,)
