"""Who is the same as whom in a reading, in words."""

from communique.domain import Reading


def chains(reading: Reading) -> list[list[str]]:
    """The words of every chain."""
    return [[reading.mentions[i].span.text for i in chain] for chain in reading.chains]


def joined(reading: Reading, first: str, second: str) -> bool:
    """Whether any chain holds both."""
    texts = [text for chain in chains(reading) for text in chain]
    assert first in texts, (first, chains(reading))
    assert second in texts, (second, chains(reading))
    return any({first, second} <= set(chain) for chain in chains(reading))
