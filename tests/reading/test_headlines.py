"""Headlines whose verb the parser takes for a noun. The states are real, what is told of them is invented."""

import pytest

from communique.models import Models
from communique.reading import headlines


@pytest.mark.parametrize(
    ("headline", "verb"),
    [
        ("Suriname expels Dutch ambassador after failed coup", ("expels", "expel", "Suriname", "ambassador")),
        ("EU bars Malagasy airline over seized dissident", ("bars", "bar", "EU", "airline")),
    ],
)
def test_a_verb_that_looks_like_a_noun_has_its_subject_and_object(
    models: Models, headline: str, verb: tuple[str, str, str, str]
) -> None:
    ((tree,),) = models.syntax.parse([headline])
    headlines.mend(tree.doc)
    told = next(token for token in tree.doc if token.pos_ == "VERB" and token.dep_ == "ROOT")
    parts = {child.dep_: child.text for child in told.children}
    assert (told.text, told.lemma_, parts["nsubj"], parts["dobj"]) == verb


def test_a_headline_of_nouns_stays_one(models: Models) -> None:
    ((tree,),) = models.syntax.parse(["Harbour papers a very big deal"])
    headlines.mend(tree.doc)
    assert not any(token.pos_ == "VERB" for token in tree.doc)
