import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.models import WEIGHTS
from communique.models.events import ACTOR, LONGEST, RECIPIENT, STAND_IN, Asked, EventModel, encode

SENTENCE = "Varland accused Ostmark of moving the border posts."
VARLAND, OSTMARK = ((0, 7),), ((16, 23),)


@pytest.fixture(scope="module")
def model() -> EventModel:
    return EventModel.load(WEIGHTS / "events")


def test_chances_have_a_row_a_question_and_sum_to_one(model: EventModel) -> None:
    asked = [Asked(sentence=SENTENCE, actor=VARLAND, recipient=OSTMARK), Asked(sentence=SENTENCE, actor=OSTMARK)]
    chances = model.read(asked)
    assert chances.shape == (2, 17)
    assert len(model.labels) == 17
    assert model.labels[-1] == "NONE"
    assert np.allclose(chances.sum(1), 1)
    assert (chances >= 0).all()


def test_chances_add_up_to_classes(model: EventModel) -> None:
    chances = np.zeros((2, 17))
    chances[0, [model.labels.index("AGREE"), model.labels.index("CONSULT")]] = 0.5
    chances[1, [model.labels.index("ASSAULT"), model.labels.index("NONE")]] = 0.25, 0.75
    assert model.classes(chances).tolist() == [[0, 1, 0, 0, 0], [0.75, 0, 0, 0, 0.25]]


def test_nothing_asked_gives_nothing(model: EventModel) -> None:
    assert model.read([]).shape == (0, 17)


def test_who_accuses_whom(model: EventModel) -> None:
    there = Asked(sentence=SENTENCE, actor=VARLAND, recipient=OSTMARK)
    back = Asked(sentence=SENTENCE, actor=OSTMARK, recipient=VARLAND)
    chances = model.read([there, back])
    assert model.labels[int(chances[0].argmax())] == "ACCUSE"
    assert chances[0, -1] < 0.5 < chances[1, -1]


def test_answers_do_not_depend_on_company(model: EventModel) -> None:
    asked = [
        Asked(sentence=SENTENCE, actor=VARLAND, recipient=OSTMARK),
        Asked(sentence="The king visited the mill.", actor=((0, 8),), recipient=((17, 25),)),
    ]
    together = model.read([*asked, *asked, asked[0]])
    assert np.array_equal(together, model.read([*asked, *asked, asked[0]]))
    assert np.allclose(together[0], together[4], atol=0.02)  # int8 activations are scaled by the batch
    assert np.allclose(model.read(asked[:1])[0], together[0], atol=0.02)


@pytest.mark.parametrize(
    "asked",
    [
        Asked(sentence="", actor=()),
        Asked(sentence=" \n\t", actor=((0, 1),), recipient=((1, 2),)),
        Asked(sentence=SENTENCE, actor=((0, 23),), recipient=OSTMARK),
        Asked(sentence=SENTENCE, actor=VARLAND, recipient=VARLAND),
        Asked(sentence=SENTENCE, actor=((0, 500),), recipient=((400, 500),)),
        Asked(sentence="Ünïcode 🜁 \x00 \u202e 国", actor=((0, 7),), recipient=((8, 9),)),
        Asked(sentence="x" * 3000, actor=((0, 3000),)),
    ],
)
def test_odd_input_gets_an_answer(model: EventModel, asked: Asked) -> None:
    chances = model.read([asked])
    assert np.isfinite(chances).all()
    assert np.allclose(chances.sum(1), 1)


def test_of_a_long_text_the_words_around_the_two_are_read(model: EventModel) -> None:
    words = ["filler"] * 5000
    words[1000], words[4000] = "Varland", "Ostmark"
    text = " ".join(words)
    spans = {name: ((text.index(name), text.index(name) + len(name)),) for name in ("Varland", "Ostmark")}
    asked = Asked(sentence=text, actor=spans["Varland"], recipient=spans["Ostmark"])
    pieces, marks = encode(asked, model.tokenizer, hide=True)
    assert len(pieces) == len(marks) == LONGEST
    assert sorted(marks[marks > 0].tolist()) == [ACTOR, RECIPIENT]
    assert np.isfinite(model.read([asked])).all()


def test_a_stand_in_takes_the_place_of_a_name(model: EventModel) -> None:
    asked = Asked(sentence="The Varland Guard met Varland, Ostmark said.", actor=((0, 17),), recipient=((22, 29),))
    hidden, marks = encode(asked, model.tokenizer, hide=True)
    assert [int(p) for p, m in zip(hidden, marks, strict=True) if m] == [STAND_IN, STAND_IN]
    kept, _ = encode(asked, model.tokenizer, hide=False)
    assert STAND_IN not in kept
    assert len(kept) > len(hidden)


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=80), places=st.tuples(*[st.integers(0, 80)] * 4), hide=st.booleans())
def test_pieces_and_marks_keep_step(
    model: EventModel, text: str, places: tuple[int, int, int, int], *, hide: bool
) -> None:
    a, b, c, d = places
    asked = Asked(sentence=text, actor=((min(a, b), max(a, b)),), recipient=((min(c, d), max(c, d)),))
    pieces, marks = encode(asked, model.tokenizer, hide=hide)
    assert len(pieces) == len(marks) <= LONGEST
    assert marks[0] == marks[-1] == 0
    assert set(marks.tolist()) <= {0, ACTOR, RECIPIENT}
