from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from communique.domain import (
    Actor,
    ActorMention,
    Clause,
    Corroboration,
    Issue,
    Origin,
    Place,
    Position,
    Reading,
    Record,
    TimeExpression,
)
from communique.stories.checks import corroboration, utterances
from tests.stories.checks.hand import Pile, killed
from tests.stories.checks.reports import Page, Report, event, record

FULL = "“Our harbours will stay closed until the last mine is lifted”"


def page(text: str, outlet: str | None = None) -> Page:
    return Page(text=text, outlet=outlet)


def said(words: str, outlet: str | None = None) -> Page:
    return Page(text=f"Tarn said {words}.", reports=(Report(words=words),), outlet=outlet)


def found(pile: Record) -> tuple[Corroboration, ...]:
    return corroboration.check(utterances.check(pile, {}), {}).corroborations


def only(pile: Record) -> Corroboration:
    (one,) = found(pile)
    return one


def test_what_someone_said_is_a_claim_of_all_who_print_it() -> None:
    claim = only(record(said(FULL, "The Sound"), said(FULL), page("Nothing else happened.", "Merrow Post")))
    assert claim.claim == f"Ivo Tarn: {FULL}"
    assert claim.outlets == ("The Sound", "page1.txt")
    assert claim.independent_origins == 2
    assert [span.document for span in claim.support] == ["d0", "d1"]


def test_two_pages_of_one_outlet_have_one_origin() -> None:
    assert only(record(said(FULL, "The Sound"), said(FULL, "The Sound"))).independent_origins == 1


def test_copies_of_one_agency_text_have_one_origin() -> None:
    pile = record(said(FULL, "The Sound"), said(FULL, "Merrow Post"), said(FULL, "Hallow Echo"))
    first, *others = pile.articles
    copies = (replace(article, origin=Origin(kind="copy", copy_of=first.id)) for article in others)
    assert only(replace(pile, articles=(first, *copies))).independent_origins == 1


def meeting(*texts: str) -> Pile:
    """Articles that tell of one meeting of two parties, each in all its words."""
    pile = Pile(*texts)
    pile.meeting(*({} for _ in texts))
    (event,) = pile.record.events
    parties = tuple(Actor(id=i, name=i, type="person", mentions=()) for i in ("tarn", "osk"))
    place = Place(name="Skerry")
    pile.put(actors=parties, events=(replace(event, actors=("tarn", "osk"), place=place, date="2031-04-05"),))
    return pile


def test_an_event_that_two_articles_tell_of_is_a_claim_with_its_place_and_day() -> None:
    (claim,) = meeting(
        "Tarn will meet Osk over the herring quota.", "Tarn met Osk over the quota for herring."
    ).claims()
    assert claim.claim == "Meeting of A and B, Skerry, 2031-04-05"
    assert len(claim.support) == 2


def test_what_only_points_back_to_an_event_does_not_tell_of_it() -> None:
    pile = meeting("Tarn met Osk over the herring quota.", "Rain fell on the ferries that day after the talks.")
    (event,) = pile.record.events
    (mention,) = pile.readings["a1"].events
    talks = pile.words(1, "the talks")
    pile.add(1, events=(replace(mention, span=talks, trigger=talks),))
    pile.put(events=(replace(event, mentions=(event.mentions[0], talks)),))
    assert pile.claims() == ()


def test_what_other_numbers_tell_is_not_one_deed() -> None:
    pile = meeting("Tarn met Osk over 12 trawlers in Skerry.", "Tarn met Osk over 40 trawlers in Skerry.")
    assert pile.claims() == ()


def test_a_sentence_that_a_page_has_from_another_is_one_origin() -> None:
    lead = "The harbour of Skerry will be closed to all trawlers until the last mine is lifted, the port said"
    own = "Rain fell on the ferries of Merrow"
    assert only(record(page(f"{lead}.", "The Sound"), page(f"{own}. {lead}.", "Merrow Post"))).independent_origins == 1
    told = "All trawlers are kept from the closed harbour of Skerry until the last mine is lifted, port officials said"
    assert only(record(page(f"{lead}.", "The Sound"), page(f"{told}.", "Merrow Post"))).independent_origins == 2


def test_the_same_quotation_is_no_copy() -> None:
    first = page(f"Tarn told the press: {FULL}.", "The Sound")
    assert only(record(first, page(f"{FULL}, the minister said.", "Merrow Post"))).independent_origins == 2


def test_an_event_of_one_article_is_no_claim_of_several() -> None:
    alone = Page(text="They meet and meet.", told=(("e", "meet"), ("e", "meet and")))
    assert found(record(alone, page("Rain fell."), events=[event("e", "A meeting")])) == ()


def test_a_fact_in_other_words_is_found_with_the_passages_that_tell_it() -> None:
    one = "On Sunday, the frigate Petrel sank in Skerry harbour with all its cargo of timber, officials said"
    other = "The Petrel, a frigate, has sunk in Skerry harbour with its timber cargo"
    assert [span.text for span in only(record(page(one), page(other))).support] == [one, other]


def test_of_two_sentences_that_are_like_one_the_closer_makes_the_claim() -> None:
    one = "The harbour of Skerry was reopened after the wreck of the Petrel had been towed away."
    close = "Skerry harbour resumed work once tugs had towed the wreck of the Petrel away."
    other = "A diver had reached the wreck of the Petrel in the harbour on the first day of the search for its crew."
    claims = found(record(page(one), page(f"{close}\n{other}")))
    assert [[span.text for span in claim.support] for claim in claims] == [[one, f"{close}\n{other}"]]
    pile = Pile(one, f"{close} {other}")
    reading = pile.readings["a1"]
    pile.readings["a1"] = replace(reading, sentences=(pile.words(1, close), pile.words(1, other)))
    assert [[span.text for span in claim.support] for claim in pile.claims()] == [[one, close]]


def test_a_day_is_told_in_other_words_and_of_another_day_is_another_claim() -> None:
    texts = "The ferry strike at Skerry begins on Aug. 3.", "A strike of ferry crews starts on Tuesday at Skerry."
    for day, count in (("2031-08-03", 1), ("2031-08-05", 0)):
        pile = Pile(*texts)
        for i, words, value in ((0, "Aug. 3", "2031-08-03"), (1, "Tuesday", day)):
            pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value),))
        assert len(pile.claims()) == count


def test_other_numbers_and_denials_are_no_agreement() -> None:
    sank = "The frigate Petrel sank in Skerry harbour with 40 sailors aboard."
    assert found(record(page(sank), page(sank.replace("40", "90")))) == ()
    assert found(record(page(sank), page(sank.replace("sank", "never sank")))) == ()


def test_a_denial_is_read_where_the_words_stand_that_both_have() -> None:
    sentence = "Nobody was winning, Tarn said after he signed the joint statement on Skerry harbour."
    denial = "Tarn did not sign the joint statement on Skerry harbour."
    assert found(record(page(sentence), page(denial))) == ()
    assert len(found(record(page(sentence), page(denial.replace("did not sign", "signed"))))) == 1


def test_pages_long_after_one_another_tell_no_common_claim() -> None:
    sank = "The frigate Petrel sank in Skerry harbour with 40 sailors aboard."
    again = "With 40 sailors aboard, the frigate Petrel sank in the harbour of Skerry."
    for day, count in (("2031-08-09", 1), ("2034-08-09", 0)):
        assert len(found(record(Page(text=sank, day="2031-08-03"), Page(text=again, day=day)))) == count


def test_names_and_offices_alone_are_no_fact() -> None:
    assert (
        found(record(page("Ivo Tarn and Lena Osk of Merrow left."), page("Ivo Tarn and Lena Osk of Merrow came.")))
        == ()
    )


def spoken_by_two(words: str) -> tuple[Corroboration, ...]:
    mine = Page(text=f"Tarn said {words}.", reports=(Report(words=words, by=("tarn",)),))
    theirs = Page(text=f"Osk said {words}.", reports=(Report(words=words, by=("osk",)),))
    return found(record(mine, theirs))


def test_what_two_say_of_themselves_is_no_common_claim() -> None:
    assert spoken_by_two("our frigate Petrel sank in Skerry harbour with its timber cargo") == ()


def test_what_two_sources_tell_is_a_claim_of_neither() -> None:
    (claim,) = spoken_by_two("the frigate Petrel sank in Skerry harbour with its timber cargo")
    assert claim.claim == "the frigate Petrel sank in Skerry harbour with its timber cargo"


def test_what_a_speaker_repeats_elsewhere_is_a_claim_though_no_one_utterance() -> None:
    words = "“we want the divers out, the tugs out, the gunboats out”"
    pages = [
        Page(text=f"Tarn said {words}.", reports=(Report(words=words, at=at, on=day),))
        for at, day in (("rally", "2031-04-05"), ("interview", "2031-04-09"))
    ]
    pile = utterances.check(record(*pages), {})
    assert pile.utterances == ()
    assert [c.claim for c in corroboration.check(pile, {}).corroborations] == [f"Ivo Tarn: {words}"]


def test_where_a_party_stands_is_a_claim_of_all_whose_reports_show_it() -> None:
    pile = record(said("that tugs are unwelcome"), said("he would expel foreign sailors"))
    position = Position(
        actor="tarn", issue="i", stance="opposes", toward="foreign ships", evidence=("s0-0", "s1-0"), events=()
    )
    assert only(replace(pile, positions=(position,))).claim == "Ivo Tarn opposes foreign ships"


def test_one_article_that_repeats_itself_and_an_empty_record_have_no_claims() -> None:
    twice = "The frigate Petrel sank in Skerry harbour. The frigate Petrel sank in Skerry harbour."
    assert found(record(page(twice))) == ()
    assert corroboration.check(Record(), {}) == Record()


def test_two_pages_that_share_nothing_have_no_claims() -> None:
    assert found(record(page("Rain fell over the hills."), page("A choir sang in Skerry."))) == ()


def test_fifty_copies_are_one_claim_of_one_origin() -> None:
    pile = record(*[said(FULL, "The Sound")] * 50)
    claim = only(pile)
    assert (len(claim.support), claim.independent_origins, claim.outlets) == (50, 1, ("The Sound",))


@given(st.lists(st.text(min_size=1, max_size=80), max_size=5))
def test_any_pages_give_claims_of_two_articles_or_more_with_spans_that_stand_there(texts: list[str]) -> None:
    pile = record(*(page(text) for text in texts))
    of = {document.id: document.text for document in pile.documents}
    claims = found(pile)
    for claim in claims:
        assert len({span.document for span in claim.support}) > 1
        assert all(of[span.document][span.start : span.end] == span.text for span in claim.support)
        assert 1 <= claim.independent_origins <= len(pile.articles)
    assert found(pile) == claims


def test_discord_over_one_state_is_a_claim_however_it_is_worded() -> None:
    pile = Pile(
        "Norway and Peru disagree over Chad.",
        "They met amid tensions between Norway and Peru over the unrest in Chad.",
        "Norway and Mali disagree over Chad.",
    )
    pile.put(actors=tuple(state(pile, name, code) for name, code in STATES.items()))
    (claim,) = (claim for claim in pile.claims() if "at odds" in claim.claim)
    assert claim.claim == "Norway and Peru are at odds over Chad"
    assert [span.text for span in claim.support] == [
        "disagree over Chad",
        "tensions between Norway and Peru over the unrest in Chad",
    ]


def test_discord_that_someone_admits_is_over_what_he_speaks_about() -> None:
    pile = Pile("On the question of Chad, Norway and Peru said that they differ.", "Norway and Peru spar over Chad.")
    pile.put(actors=tuple(state(pile, name, code) for name, code in STATES.items()))
    (claim,) = pile.claims()
    assert claim.claim == "Norway and Peru are at odds over Chad"


def clause(pile: Pile, i: int, words: str, verb: str, subject: str, *, asserted: bool = True) -> None:
    """Add a clause that an article tells in some of its words."""
    known = pile.readings[f"a{i}"].clauses
    told = Clause(
        parts=(pile.words(i, words),), verb=pile.words(i, verb), subject=pile.words(i, subject), asserted=asserted
    )
    pile.add(i, clauses=(*known, told))


def sinking(*sentences: str, words: tuple[str, ...], asserted: bool = True) -> Pile:
    pile = Pile(*sentences)
    for i, told in enumerate(words):
        subject = next(words for words in ("The trawler", "A trawler", "a trawler") if words in told)
        clause(pile, i, told, "sank" if "sank" in told else "sink", subject, asserted=asserted or not i)
    return pile


def test_a_clause_that_says_what_another_says_and_more_carries_its_claim() -> None:
    pile = sinking(
        "The trawler sank off Skerry reef, officials said.",
        "A trawler of the northern fleet sank off Skerry reef in the night, which nobody saw.",
        words=("The trawler sank off Skerry reef", "A trawler of the northern fleet sank off Skerry reef in the night"),
    )
    (claim,) = pile.claims()
    assert claim.claim == "The trawler sank off Skerry reef"
    assert [span.text for span in claim.support] == [
        "The trawler sank off Skerry reef",
        "A trawler of the northern fleet sank off Skerry reef in the night",
    ]


def test_a_clause_of_what_may_be_or_of_another_day_carries_no_claim_of_what_was() -> None:
    sank, may = "The trawler sank off Skerry", "The trawler may sink off Skerry"
    assert sinking(sank, may, words=(sank, may), asserted=False).claims() == ()
    on = "The trawler sank off Skerry on Monday", "The trawler sank off Skerry on Friday"
    pile = sinking(*on, words=on)
    for i, day in enumerate(("2031-03-03", "2031-03-07")):
        pile.add(i, times=(TimeExpression(span=pile.words(i, on[i].split()[-1]), value=day),))
    assert not [claim for claim in pile.claims() if len(claim.support[0].text) == len(on[0])]


def test_one_day_in_other_words_is_one_day() -> None:
    told = "The trawler sank off Skerry reef on Monday", "The trawler sank off Skerry reef on March 3"
    pile = sinking(*told, words=told)
    for i, words in enumerate(("Monday", "March 3")):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value="2031-03-03"),))
    (claim,) = pile.claims()
    assert len(claim.support) == 2


def test_of_statements_of_several_sentences_each_sentence_is_a_claim_of_those_who_quote_it() -> None:
    first, second = "“The herring fleet stays in harbour until spring.", "Nobody will buy frozen mackerel from us.”"
    pages = [
        Page(text=f"Tarn said {first} {second}", reports=(Report(words=f"{first} {second}"),)),
        Page(text=f"Tarn said {first}” He left.", reports=(Report(words=f"{first}”"),)),
    ]
    pile = record(*pages)
    sentences = {
        article.id: (span.part(span.start, span.start + len(f"Tarn said {first}")), span)
        for article in pile.articles
        for span in article.body
    }
    cut = {
        article: Reading(article=article, sentences=(head, whole.part(head.end, whole.end)))
        for article, (head, whole) in sentences.items()
    }
    claims = corroboration.check(utterances.check(pile, cut), cut).corroborations
    assert [claim.claim for claim in claims] == [f"Ivo Tarn: {first}”"]


def test_the_stance_of_a_party_is_one_claim_for_its_reports_and_officials() -> None:
    first, second = "that closer ties are needed", "a better future with Hallow"
    pile = record(
        Page(text=f"Tarn said {first}.", reports=(Report(words=first),)),
        Page(text=f"Tarn hoped for {second}.", reports=(Report(words=second),)),
    )
    issue = Issue(
        id="issue-bilateral-relations-a-b", label="Relations: Hallow and Merrow", description="", found="taxonomy"
    )
    seeks = [
        Position(actor=actor, issue="issue-bilateral-relations-a-b", stance="seeks", toward=words, evidence=(i,))
        for actor in ("merrow", "tarn")
        for words, i in ((first, "s0-0"), (second, "s1-0"))
        if actor == "merrow" or i == "s0-0"
    ]
    (claim,) = found(replace(pile, issues=(issue,), positions=tuple(seeks)))
    assert claim.claim == f"Merrow seeks {min(first, second, key=len)} (Relations: Hallow and Merrow)"
    assert [span.text for span in claim.support] == [first, second]


STATES = {"Norway": "NOR", "Peru": "PER", "Chad": "TCD", "Mali": "MLI"}


def state(pile: Pile, name: str, code: str) -> Actor:
    spans = [pile.words(i, name) for i, text in enumerate(pile.texts) if name in text]
    mentions = tuple(ActorMention(span=span, form="named") for span in spans)
    return Actor(id=name, name=name, type="state", country=code, mentions=mentions)


def test_a_line_without_a_verb_is_no_claim_beside_others_that_have_one() -> None:
    line = "Harbour police of the port of Skerry"
    told = f"The trawler sank. {line}.", f"A trawler sank at last. {line}."
    pile = sinking(*told, words=("The trawler sank", "A trawler sank at last"))
    for i in range(2):
        first = pile.texts[i].partition(" Harbour")[0]
        pile.add(i, sentences=(pile.words(i, first), pile.words(i, line)))
    assert pile.claims() == ()


def test_of_two_passages_that_share_a_noun_phrase_alone_there_is_no_claim() -> None:
    hid, flooded = "Fog hid a herring port in Skerry.", "Rain flooded the herring port in Skerry."
    assert found(record(page("Gulls left the herring port in Skerry."), page(hid))) == ()
    assert only(record(page("The herring port in Skerry was flooded by rain."), page(flooded))).claim == flooded


def test_what_rests_on_the_same_passages_is_one_claim() -> None:
    told = "The trawler sank off Skerry with 40 sailors on board", "With 40 sailors on board, a trawler sank off Skerry"
    pile = sinking(*told, words=told)
    for i in range(2):
        killed(pile, i, "40", 40, 40)
    (claim,) = pile.claims()
    assert [span.text for span in claim.support] == list(told)


def test_a_passage_that_is_like_one_of_a_claim_is_of_that_claim() -> None:
    texts = (
        "The wreck of the frigate Petrel was towed out of Skerry harbour.",
        "Tugs towed the frigate Petrel's wreck out of the harbour of Skerry and beyond the reef.",
        "Beyond the reef lies the frigate Petrel, whose wreck tugs towed there.",
    )
    assert [span.text for span in only(record(*map(page, texts))).support] == list(texts)


def test_a_verb_with_its_subject_is_a_claim_where_it_tells_an_event() -> None:
    told = "The trawler sank", "A trawler sank"
    pile = sinking(*told, words=told)
    assert pile.claims() == ()
