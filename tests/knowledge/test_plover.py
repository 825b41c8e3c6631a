import pytest

from communique.knowledge import plover
from communique.knowledge.tables import KnowledgeError, load_tsv

QUADS = {
    "verbal cooperation": {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    "material cooperation": {"COOPERATE", "AID", "RETREAT"},
    "verbal conflict": {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    "material conflict": {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}


def test_the_sixteen_types_are_in_their_quad_classes() -> None:
    found = {quad: {name for name, item in plover.event_types().items() if item.quad == quad} for quad in QUADS}
    assert found == QUADS
    assert all(item.definition and "." not in item.definition for item in plover.event_types().values())


@pytest.mark.parametrize(
    ("root", "mode", "codes"),
    [
        ("CONSULT", "phone", ("041",)),
        ("CONSULT", None, ("04",)),
        ("CONSULT", "multilateral", ("04",)),  # the crosswalk does not have it
        ("CONSULT", "seance", ("04",)),
        ("ACCUSE", None, ("09", "11")),
        ("ACCUSE", "investigate", ("09",)),
        ("RETREAT", "ceasefire", ("0871",)),
        ("CONCEDE", None, ("08",)),
        ("PROTEST", "strike", ("143",)),
        ("COERCE", "restrict", ("16", "17", "19")),
        ("COERCE", "arrest", ("173",)),
        ("ASSAULT", None, ("18", "19", "20")),
        ("ASSAULT", "destroy", ("1712",)),
        (None, "phone", ()),
        ("SAY", None, ()),
    ],
)
def test_the_way_back_to_cameo(root: str | None, mode: str | None, codes: tuple[str, ...]) -> None:
    assert plover.cameo(root, mode) == codes


def test_a_mode_has_a_code_of_its_type_unless_the_crosswalk_files_it_elsewhere() -> None:
    elsewhere = {("COERCE", "restrict"), ("COERCE", "seize"), ("ASSAULT", "destroy")}
    strays = {
        (item.root, mode)
        for item in plover.event_types().values()
        for mode, codes in item.modes.items()
        if not all(code.startswith(item.cameo) for code in codes)
    }
    assert strays == elsewhere


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("plover.tsv", {"root": "SAY", "quad": "verbal", "definition": "Says", "cameo": "01"}),
        ("plover.tsv", {"root": "SAY", "quad": "verbal conflict", "definition": "Says", "cameo": "01"}),
        ("plover.tsv", {"root": "SAY", "quad": "verbal conflict", "definition": "", "cameo": "11"}),
        ("plover_modes.tsv", {"root": "SAY", "mode": "loudly", "cameo": ""}),
        ("plover_modes.tsv", {"root": "CONSULT", "mode": "phone", "cameo": ""}),
        ("plover_modes.tsv", {"root": "CONSULT", "mode": "letter", "cameo": "04x"}),
    ],
)
def test_a_wrong_row_is_named(table: str, row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plover, "load_tsv", lambda name: [*load_tsv(name), *([row] if name == table else [])])
    with pytest.raises(KnowledgeError, match=row["root"]):
        plover.event_types.__wrapped__()
