"""What a brief looks like in each form: `pytest --update-golden` writes the files anew, to be read by eye."""

from collections.abc import Callable

import pytest

from communique.briefs import compose
from communique.briefs.render import RENDERERS
from communique.domain import Record

NAMES = {"terminal": "brief.txt", "markdown": "brief.md", "html": "brief.html", "json": "brief.json"}


@pytest.mark.parametrize("form", RENDERERS)
def test_a_brief_looks_as_it_did_when_it_was_read(
    form: str, record: Record, golden: Callable[[str, str], None]
) -> None:
    golden(NAMES[form], RENDERERS[form](compose(record), record))
