"""What the shape of a line tells: running text, headline, or neither."""

import re
from functools import lru_cache

LATIN = (range(0x41, 0x5B), range(0xC0, 0x250), range(0x1E00, 0x1F00))  # with the letters of Polish, Vietnamese ...
CAPITAL = f"[{''.join(chr(code) for block in LATIN for code in block if chr(code).isupper())}]"
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
CLOSING = " \t\r\n\"'”’»)]*"
ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|St)\.$")
SPEECH = re.compile(
    r"\b(?:said|says|told|tells|added|adds|according to|announced|stated|asked|warned|insisted|claimed|replied|noted"
    r"|confirmed|denied|called (?:on|for)|argued|reported|declared|vowed|urged)\b"
)
QUOTE = re.compile(r"[\"“”«»]")
STOP = frozenset(
    "a an and are as at after be been but by for from has have he her his how i in into is it its more "
    "new not of off on"
    " or our over says she that the their they this to up us was we were what when where which who why will with you"
    " your amid against about than two".split()
)
SPEAKER = re.compile(
    r"(?:[QA]|Question|Answer|[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}|[A-Z]\w+(?: [A-Z]\w+){1,3})"
    r"(?:,? \([^()]{1,40}\))?: \S"
)
PAPERS = (  # the last word of a newspaper's name
    "Advocate|Argus|Beacon|Chronicle|Citizen|Clarion|Courier|Dispatch|Echo|Examiner|Gazette|Globe|Guardian|Herald|Inquirer|"
    "Intelligencer|Journal|Ledger|Mail|Mercury|Messenger|Mirror|Monitor|Observer|Post|Recorder|Register|Sentinel|"
    "Spectator|Standard|Statesman|Telegram|Telegraph|Times|Tribune|Vanguard"
)
OUTLET_WORD = re.compile(
    rf"\b(?:{PAPERS}|Broadcasting|Bulletin|Daily|Digest|Express|FM|Independent|Insider|Magazine|News|Online|Outlook|"
    r"Radio|Review|Star|TV|Television|Today|Watch|Weekly)\b"
)
MASTHEAD = re.compile(
    rf"(?:The )?(?:[A-Z][\w’'&-]+ ){{1,4}}(?:News Agency|Broadcasting (?:Corporation|Company)|{PAPERS})"
)
LONGEST_NAME = 4  # words
LONGEST_HEADLINE = 240
SIGNED_OFF = re.compile(r"\w{2}[.!?][\"”]? \w+$")  # an agency's `Ends` after the last sentence
JUDGED = 400  # characters that tell of what kind a passage is
OPEN_END = 40  # words of a passage that is running text although no full stop ends it


def word_count(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in WORD.finditer(text))


def key(text: str) -> str:
    """The text reduced to its letters and digits, to see that two lines say the same."""
    return "".join(c for c in text.casefold() if c.isalnum())


def content_words(text: str) -> frozenset[str]:
    """Words that carry a subject, reduced to their first six letters so that inflected forms meet."""
    return frozenset(
        w[:6]
        for m in WORD.finditer(text.casefold())
        if len(w := m[0].replace("’", "'").removesuffix("'s")) > 2 and w not in STOP
    )


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does; an abbreviation at the end of a short line is no such end."""
    end = text.rstrip(CLOSING)[-12:]
    if end.endswith(("?", "!", "…", "。", "！", "？")):
        return True
    return end.endswith(".") and not (ABBREVIATION.search(end) and len(text) < 110)


def is_lettered(text: str) -> bool:
    """Whether a passage is written in words: columns of figures, rules and drawings are mostly made of other marks."""
    return _make_up(text[:JUDGED])[0]


@lru_cache(maxsize=1 << 10)
def _make_up(begun: str) -> tuple[bool, int]:
    """Whether most marks of a passage's beginning are letters, and its words: many rules ask for each line."""
    return 2 * sum(map(str.isalpha, begun)) >= sum(not c.isspace() for c in begun), word_count(begun)


def is_prose(text: str) -> bool:
    """Whether the passage is running text: a sentence or more, a lead-in that ends in a colon, or very long."""
    lettered, count = _make_up(text[:JUDGED])
    if not lettered:
        return False
    if ends_sentence(text):
        return count >= 2 and not (count <= 14 and text.rstrip(CLOSING).endswith(("?", "!")) and not QUOTE.search(text))
    if count >= 7 and SIGNED_OFF.search(text[-40:]):
        return True
    return count >= OPEN_END or (count >= 5 and text.endswith((":", ",", ";")))


def is_headline(text: str) -> bool:
    """Whether the passage has the shape of a headline: some words, begun in upper case, with no full stop."""
    if len(text) > LONGEST_HEADLINE or not 3 <= word_count(text) <= 38:
        return False
    first = next((c for c in text if c.isalnum()), "")
    stopped = ends_sentence(text) and not text.rstrip(CLOSING).endswith(("?", "!", "…"))
    return (first.isupper() or first.isdigit()) and not stopped and not text.endswith((",", ";", ":"))


def names_speaker(text: str) -> bool:
    """Whether a passage begins with the name of the one who speaks, as in transcripts: `SMITH: Why now?`."""
    return bool(SPEAKER.match(text[:120]))


def sounds_like_outlet(name: str) -> bool:
    """Whether a short name has a word that newspapers and broadcasters call themselves by."""
    words = name.title() if name.isupper() else name
    return 2 <= len(words.split()) <= 5 and words[:1].isupper() and bool(OUTLET_WORD.search(words))


def is_masthead(line: str) -> bool:
    """Whether a line is the name of a newspaper, broadcaster or agency as it stands at the top of its page."""
    return bool(MASTHEAD.fullmatch(line.title() if line.isupper() else line))


def in_capitals(line: str) -> bool:
    """Whether a line is a few capitalised words, as names are and hardly a headline."""
    words = line.split()
    return (
        0 < len(words) <= LONGEST_NAME
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not ends_sentence(line)
    )
