"""Conflicts over words: how a quotation is worded, who said it and to whom; on readings made by hand."""

from dataclasses import replace

from communique.domain import (
    Actor,
    ActorMention,
    Difference,
    Statement,
    Utterance,
)
from tests.stories.checks.hand import Pile, sides


def quoted(pile: Pile, i: int, words: str, speaker: str, hearers: tuple[str, ...] = ()) -> Statement:
    span = pile.words(i, words)
    return Statement(
        id=f"t{i}", article=f"a{i}", kind="direct", speakers=(speaker,), content=(span,), verbatim=(span,),
        addressees=hearers, confidence=1.0,
    )  # fmt: skip


def persons(pile: Pile, *names: str) -> None:
    pile.put(
        actors=tuple(
            Actor(
                id=name,
                name=name,
                type="person",
                mentions=tuple(
                    ActorMention(span=pile.words(i, word), form="named")
                    for i, text in enumerate(pile.texts)
                    for word in (name, name.split()[-1])
                    if word in text
                )
                or (ActorMention(span=pile.all(0), form="named"),),
            )
            for name in names
        )
    )


def by(pile: Pile, i: int, words: str, speaker: str) -> Statement:
    return replace(quoted(pile, i, words, speaker), speaker=pile.words(i, speaker))


def test_a_quotation_in_other_words() -> None:
    pile = Pile("“It is a fake,” Lee said.", "“It is a fiction,” Lee said.")
    persons(pile, "Lee")
    pile.put(
        statements=(quoted(pile, 0, "“It is a fake,”", "Lee"), quoted(pile, 1, "“It is a fiction,”", "Lee")),
        utterances=(
            Utterance(
                id="u", statements=("t0", "t1"), wording="variant",
                differences=(Difference(a=pile.words(0, "fake"), b=pile.words(1, "fiction")),),
            ),
        ),
    )  # fmt: skip
    (found,) = pile.found("wording")
    assert found.verdict == "wording"
    assert sides(found) == ["“It is a fake,”", "“It is a fiction,”"]
    assert pile.found("attribution") == []


def test_the_reporters_words_around_a_quotation_are_no_other_wording() -> None:
    pile = Pile("Lee called it “a fake”.", "“We know it is a fake,” Lee said.")
    persons(pile, "Lee")
    told = replace(quoted(pile, 0, "called it “a fake”", "Lee"), verbatim=(pile.words(0, "“a fake”"),))
    difference = Difference(a=pile.words(0, "called"), b=pile.words(1, "know"))
    pile.put(
        statements=(told, quoted(pile, 1, "“We know it is a fake,”", "Lee")),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="variant", differences=(difference,)),),
    )
    assert pile.found("wording") == []


def test_a_word_more_is_a_difference_in_precision_unless_both_quote() -> None:
    words = "“The new map of Oslo harbour is a fake,”", "any new town map of Oslo harbour was a fake and a joke"
    pile = Pile(f"{words[0]} Lee said.", f"Lee said {words[1]}.")
    persons(pile, "Lee")
    difference = Difference(a=pile.words(0, "The new map"), b=pile.words(1, "any new town map"))
    one, other = (quoted(pile, i, words[i], "Lee") for i in range(2))
    utterance = Utterance(id="u", statements=("t0", "t1"), wording="variant", differences=(difference,))
    pile.put(statements=(one, replace(other, verbatim=())), utterances=(utterance,))
    assert [found.verdict for found in pile.found("wording")] == ["difference-in-precision"]
    pile.put(statements=(one, other))
    assert [found.verdict for found in pile.found("wording")] == ["wording"]


def test_two_spellings_of_a_word_are_no_other_wording() -> None:
    pile = Pile("“We analysed the harbour map,” Lee said.", "“We analyzed the harbor map,” Lee said.")
    persons(pile, "Lee")
    differences = tuple(
        Difference(a=pile.words(0, a), b=pile.words(1, b)) for a, b in (("analysed", "analyzed"), ("harbour", "harbor"))
    )
    passages = "“We analysed the harbour map,”", "“We analyzed the harbor map,”"
    pile.put(
        statements=tuple(quoted(pile, i, words, "Lee") for i, words in enumerate(passages)),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="variant", differences=differences),),
    )
    assert pile.found("wording") == []


def test_reporters_frame_one_quotation_in_words_of_their_own() -> None:
    pile = Pile("Lee said the harbour map was drawn as “a fake”.", "Lee said the harbour map was sold as “a fake”.")
    persons(pile, "Lee")
    told = [quoted(pile, i, pile.texts[i][9:-1], "Lee") for i in range(2)]
    told = [replace(s, verbatim=(pile.words(i, "“a fake”"),)) for i, s in enumerate(told)]
    difference = Difference(a=pile.words(0, "drawn"), b=pile.words(1, "sold"))
    pile.put(
        statements=tuple(told),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="variant", differences=(difference,)),),
    )
    assert pile.found("wording") == []


def test_all_wordings_of_one_passage_are_one_conflict() -> None:
    pile = Pile(
        "“The harbour map is a fake,” Lee said.",
        "“The harbour map is a fiction,” Lee said.",
        "“The harbour map is a legend,” Lee said.",
    )
    persons(pile, "Lee")
    words, passages = (
        ("fake", "fiction", "legend"),
        ("“The harbour map is a fake,”", "“The harbour map is a fiction,”", "“The harbour map is a legend,”"),
    )
    pile.put(
        statements=tuple(quoted(pile, i, passage, "Lee") for i, passage in enumerate(passages)),
        utterances=(
            Utterance(
                id="u", statements=("t0", "t1", "t2"), wording="variant",
                differences=tuple(Difference(a=pile.words(0, "fake"), b=pile.words(i, words[i])) for i in (1, 2)),
            ),
        ),
    )  # fmt: skip
    assert [sides(found) for found in pile.found("wording")] == [list(passages)]


def test_a_quotation_with_two_speakers() -> None:
    pile = Pile("“It is a fake,” Lee said.", "“It is a fake,” Ray said.")
    persons(pile, "Lee", "Ray")
    pile.put(
        statements=(by(pile, 0, "“It is a fake,”", "Lee"), by(pile, 1, "“It is a fake,”", "Ray")),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="identical"),),
    )
    (found,) = pile.found("attribution")
    assert found.verdict == "contradiction"


def test_who_spoke_is_no_other_where_the_words_do_not_name_him() -> None:
    pile = Pile("“It is a fake,” he said. Lee left.", "“It is a fake,” Ray said.")
    persons(pile, "Lee", "Ray")
    he = replace(quoted(pile, 0, "“It is a fake,”", "Lee"), speaker=pile.words(0, "he"))
    pile.put(
        statements=(he, by(pile, 1, "“It is a fake,”", "Ray")),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="identical"),),
    )
    assert pile.found("attribution") == []


def test_a_name_that_two_of_them_share_is_no_other_speaker() -> None:
    pile = Pile("“It is a fake,” Ann Lee said.", "“It is a fake,” Lee said. Bob Lee left.")
    persons(pile, "Ann Lee", "Bob Lee")
    short = replace(quoted(pile, 1, "“It is a fake,”", "Bob Lee"), speaker=pile.words(1, "Lee"))
    pile.put(
        statements=(by(pile, 0, "“It is a fake,”", "Ann Lee"), short),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="identical"),),
    )
    assert pile.found("attribution") == []


def test_one_report_does_not_say_to_whom() -> None:
    pile = Pile("“It is a fake,” Lee told Ray.", "“It is a fake,” Lee said.")
    persons(pile, "Lee", "Ray")
    pile.put(
        statements=(quoted(pile, 0, "“It is a fake,”", "Lee", ("Ray",)), quoted(pile, 1, "“It is a fake,”", "Lee")),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="identical"),),
    )
    (found,) = pile.found("attribution")
    assert found.verdict == "difference-in-precision"


def test_whom_the_innermost_report_names_is_whom_it_was_said_to() -> None:
    pile = Pile("Lee told us that he warned Ray that “it ends tonight at nine”.", "“It ends tonight,” Lee repeated.")
    persons(pile, "Lee", "Ray")
    outer = quoted(pile, 0, "he warned Ray that “it ends tonight at nine”", "Lee")
    inner = replace(quoted(pile, 0, "that “it ends tonight at nine”", "Lee", ("Ray",)), id="inner", nested_in=outer.id)
    again = quoted(pile, 1, "“It ends tonight,”", "Lee")
    utterance = Utterance(id="u", statements=(outer.id, again.id), wording="identical")
    pile.put(statements=(outer, inner, again), utterances=(utterance,))
    assert [c.verdict for c in pile.found("attribution")] == ["difference-in-precision"]


def test_the_channel_that_was_told_is_no_hearer() -> None:
    pile = Pile("Lee told The Sound: “It ends.”", "“It ends,” Lee said.")
    persons(pile, "Lee", "sound")
    lee, sound = pile.record.actors
    pile.put(actors=(lee, replace(sound, type="org")))
    told = quoted(pile, 0, "“It ends.”", "Lee", ("sound",))
    again = quoted(pile, 1, "“It ends,”", "Lee")
    utterance = Utterance(id="u", statements=(told.id, again.id), wording="identical")
    pile.put(statements=(told, again), utterances=(utterance,))
    assert pile.found("attribution") == []


def test_words_of_grammar_are_no_other_wording() -> None:
    pile = Pile("Lee said his boat was gone.", "“My boat was gone,” Lee said.")
    persons(pile, "Lee")
    told = quoted(pile, 0, "his boat was gone", "Lee"), quoted(pile, 1, "“My boat was gone,”", "Lee")
    difference = Difference(a=pile.words(0, "his"), b=pile.words(1, "My"))
    utterance = Utterance(id="u", statements=("t0", "t1"), wording="variant", differences=(difference,))
    pile.put(statements=told, utterances=(utterance,))
    assert pile.found("wording") == []


def cut_in(pile: Pile, *words: str) -> None:
    persons(pile, "Lee")
    statements = tuple(quoted(pile, i, said, "Lee") for i, said in enumerate(words))
    pile.put(statements=statements, utterances=(Utterance(id="u", statements=("t0", "t1"), wording="variant"),))


def test_a_quotation_with_a_word_more_inside_is_another_wording() -> None:
    pile = Pile("“We do not trade our harbours for gold,” Lee said.", "“We do not trade in our harbours,” Lee said.")
    cut_in(pile, "“We do not trade our harbours for gold,”", "“We do not trade in our harbours,”")
    (found,) = pile.found("wording")
    assert len(found.sides) == 2


def test_a_quotation_cut_at_its_end_is_no_other_wording() -> None:
    pile = Pile("“We do not trade our harbours for gold,” Lee said.", "“We do not trade our harbours,” Lee said.")
    cut_in(pile, "“We do not trade our harbours for gold,”", "“We do not trade our harbours,”")
    assert pile.found("wording") == []
