"""Bytes to text, keeping every character and newline; what had to be guessed is noted, nothing is repaired."""

import codecs
import re

from communique.errors import ItemFailed

SAMPLE = 65_536
"""Bytes that a guess of the encoding looks at."""

CONTROL_SHARE = 0.02
"""Share of control characters from which bytes are taken for binary; text has next to none."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

WHATWG = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
          "euc_kr": "cp949", "tis-620": "cp874", "iso8859-9": "cp1254"}  # fmt: skip
"""Encodings that pages name and the ones that they are written in (WHATWG Encoding Standard, section 4.2)."""

WESTERN = ("cp1252", "mac_roman")
PUNCTUATION = frozenset("“”‘’–—…£€«»\u00a0")

_DECLARABLE = re.compile(r"(?:cp|iso8859-|koi8-|mac-|gb|big5|shift_jis|euc_|tis-620)\w*")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b") | {127})
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_LETTERS = re.compile(rb"[A-Za-z]")
_MARK = r"“”‘’–—…•\u00a0"
# What wrong decoding leaves of a letter is two or more signs beyond ASCII side by side, or one that English has not.
_PERHAPS_GARBLED = re.compile(rf"[\x80-\x9f\ufffdÂÃâŒœ]|[^\0-\x7f{_MARK}][^\0-\x7f]|[^\0-\x7f][^\0-\x7f{_MARK}]")


def decode(source: str, data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text that the bytes are, and notes on how it was found out.

    A byte order mark names the encoding and is dropped; bytes that are UTF-8 are read as UTF-8; else the encoding that
    the page declares is tried, else it is guessed. What no encoding explains becomes U+FFFD.

    Raises:
        ItemFailed: the bytes are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text, notes = _forced(data[len(mark) :], encoding)
            return _checked(source, text), (f"byte order mark of {encoding.upper()} dropped", *notes)
    if wide := _unmarked_utf16(data):
        text, notes = _forced(data, wide)
        return _checked(source, text), (f"read as {wide.upper()}, guessed from its zero bytes", *notes)
    if _binary(data):
        raise ItemFailed(source, "sources", "binary, not text")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _legacy(data, declared)


def encodable(text: str) -> str:
    """The text with each lone surrogate, which no file can hold, as U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def mojibake(text: str) -> tuple[str, ...]:
    """A note when the text looks as if it was once decoded wrongly, else nothing."""
    if not _PERHAPS_GARBLED.search(text):  # beyond ASCII, single letters and a typesetter's marks alone
        return ()
    from ftfy.badness import is_bad  # noqa: PLC0415  # a slow import that most English does without

    return ("characters look garbled (mojibake); kept as they are",) if is_bad(text) else ()


def _forced(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), (_damaged(encoding),)


def _damaged(encoding: str) -> str:
    return f"bytes that are not {encoding.upper()} were replaced by U+FFFD"


def _checked(source: str, text: str) -> str:
    """The text of a wide encoding, if it is one."""
    if _binary(text.encode("utf-8")):
        raise ItemFailed(source, "sources", "binary, not text")
    return text


def _binary(data: bytes) -> bool:
    """Whether there is a zero byte, or more control characters than text has."""
    return b"\0" in data or len(data) - len(data.translate(None, _CONTROLS)) > CONTROL_SHARE * len(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order, where every other byte of the sample is mostly zero and the bytes between are not."""
    sample = data[:SAMPLE]
    if len(data) % 2 or len(data) < 4 or b"\0" not in sample:
        return None
    half = len(sample) / 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _legacy(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """Text that is not UTF-8: as declared, else UTF-8 with damage, else as guessed."""
    if declared and (encoding := _declared(declared)):
        try:
            return data.decode(encoding), (f"read as {encoding}, as the page declares",)
        except UnicodeDecodeError:
            pass
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 2 < sum(not char.isascii() for char in text):
        return text, (_damaged("utf-8"),)
    encoding = _guess(data)
    text, notes = _forced(data, encoding)
    return text, (f"read as {encoding}, guessed", *notes)


def _declared(name: str) -> str | None:
    """The codec that a page's encoding name stands for, if it is one that pages are written in."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return WHATWG.get(codec, codec) if _DECLARABLE.fullmatch(codec) else None


def _guess(data: bytes) -> str:
    """The likeliest legacy encoding.

    Where nearly all letters are ASCII, the rest is the punctuation and the accents of a Western text; statistics on so
    few bytes name any code page.
    """
    sample = data[:SAMPLE]
    if len(_NOT_ASCII.findall(sample)) < 0.1 * len(_LETTERS.findall(sample)):
        return max(WESTERN, key=lambda encoding: _western_look(sample, encoding))
    from charset_normalizer import from_bytes  # noqa: PLC0415  # a slow import that UTF-8 does without

    best = from_bytes(sample).best()
    return best.encoding if best and best.encoding not in {"utf_7", "utf_8", "ascii"} else "latin_1"


def _western_look(sample: bytes, encoding: str) -> int:
    """How much the characters above ASCII are those of running text: punctuation first, then small letters."""
    rest = [char for char in sample.decode(encoding, "ignore") if not char.isascii()]
    return sum(2 if char in PUNCTUATION else char.islower() for char in rest)
