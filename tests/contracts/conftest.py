"""What every contract looks at."""

import dataclasses
from collections.abc import Callable, Iterator

import pytest

from communique.domain import Span
from communique.models import Models


def spans_in(value: object) -> Iterator[Span]:
    """Every span in a domain object, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))


@pytest.fixture(scope="session")
def spans() -> Callable[[object], Iterator[Span]]:
    return spans_in


@pytest.fixture(scope="session")
def models() -> Models:
    return Models.load()
