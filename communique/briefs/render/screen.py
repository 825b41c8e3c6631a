"""What the terminal forms share: the screen they are made for, and text that cannot command it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TypeVar

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.text import Text
from rich.theme import Theme

from communique.briefs.render import phrases

_THEME = Theme({
    "brief.head": "bold",
    "brief.name": "bold red",
    "brief.where": "bold",
    "brief.soft": "dim",
    "brief.speaker": "bold",
    "brief.cue": "italic",
    "brief.differs": "bold underline",
    "brief.doubt": "yellow",
    "page.title": "bold",
    "page.body": "green",
    "page.furniture": "dim",
    "page.label": "cyan",
})  # fmt: skip

# A page's control characters are shown as their pictures (Unicode block 2400): none reaches a terminal, none turns the
# order of the letters behind it.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_PICTURES |= dict.fromkeys((0x202D, 0x202E), 0xFFFD)
_PICTURES |= {ord("\t"): ord(" "), ord("\n"): ord("\n"), ord("\r"): None}  # type: ignore[dict-item]


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How wide the lines may be, whether colours and weights are wanted, and all of long lists or their beginnings."""

    width: int = 100
    colour: bool = False
    full: bool = False

    def first(self, items: Sequence[T], most: int) -> Sequence[T]:
        """As many of the items as are shown."""
        return items if self.full else items[:most]


def printed(parts: Iterable[RenderableType], screen: Screen) -> str:
    """What a terminal of this kind would be sent, without white space at the ends of lines."""
    console = Console(
        file=StringIO(),
        width=screen.width,
        theme=_THEME,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def headed(title: str) -> Iterator[RenderableType]:
    """The heading of a part."""
    yield Text()
    yield Rule(Text(title, "brief.head"), align="left", style="brief.soft")


def more(number: int, noun: str) -> Iterator[Text]:
    """How many there are besides those shown, and what shows them; nothing where these are all."""
    if number > 0:
        yield Text(f"… and {phrases.counted(number, f'more {noun}')} (--full)", "brief.soft")


def safe(text: str) -> str:
    """The text with its control characters made visible."""
    return text.translate(_PICTURES)
