"""Threads: linear algebra on small arrays is done in one, since waking others costs more than it gains."""

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """A context in which NumPy's linear algebra stays in the calling thread."""
    limits: AbstractContextManager[object] = _pools().limit(limits=1, user_api="blas")
    return limits


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()
