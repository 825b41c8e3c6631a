from contextlib import suppress

import pytest
from ftfy.badness import is_bad
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ItemFailed
from communique.sources.decoding import decode, encodable, mojibake

ENGLISH = "“We don’t agree – not yet”, she said at the café in Sandvik. The ferry costs £12.\r\n\r\n" * 3
RUSSIAN = "Министр торговли посетил порт и обещал рыбакам, что новый причал откроют до зимы, а старый починят."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_comes_back_as_written(encoding: str) -> None:
    assert decode("page", ENGLISH.encode(encoding))[0] == ENGLISH


def test_old_macintosh_text_is_told_from_windows_text() -> None:
    text = ENGLISH.replace("£", "")
    assert decode("page", text.encode("mac_roman"))[0] == text


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_names_the_byte_order(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    text, notes = decode("page", mark + "Møte i Bjørnvik".encode(encoding))
    assert text == "Møte i Bjørnvik"
    assert encoding.upper() in notes[0]


def test_the_utf8_mark_is_dropped_and_noted() -> None:
    text, notes = decode("page", b"\xef\xbb\xbfTalks")
    assert text == "Talks"
    assert notes == ("byte order mark of UTF-8 dropped",)


def test_utf8_needs_no_note() -> None:
    assert decode("page", "Æ\r\nø\n".encode()) == ("Æ\r\nø\n", ())


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_other_scripts_are_guessed(encoding: str) -> None:
    text, notes = decode("page", RUSSIAN.encode(encoding))
    assert text == RUSSIAN
    assert "guessed" in notes[0]


def test_a_declared_encoding_comes_before_a_guess() -> None:
    data = "Žádná dohoda".encode("iso8859-2")
    assert decode("page", data, "ISO-8859-2")[0] == "Žádná dohoda"


def test_latin1_declared_is_windows_1252_as_browsers_read_it() -> None:
    assert decode("page", b"\x93Yes\x94", "iso-8859-1")[0] == "“Yes”"


@pytest.mark.parametrize(
    "name", ["utf-16", "rot13", "shift_jis", "unicode_escape", "no-such-code", "", "punycode", "a\0b"]
)
def test_a_declaration_that_makes_no_sense_is_passed_over(name: str) -> None:
    assert decode("page", ENGLISH.encode("cp1252"), name)[0] == ENGLISH


def test_utf8_declared_wrongly_is_still_utf8() -> None:
    assert decode("page", "Sør".encode(), "windows-1252")[0] == "Sør"


def test_one_damaged_byte_does_not_spoil_utf8() -> None:
    text, notes = decode("page", "Sør, bær, møte".encode() + b"\xff.")
    assert text == "Sør, bær, møte\ufffd."
    assert "U+FFFD" in notes[0]


@pytest.mark.parametrize(
    "data",
    [b"text with a \0 in it", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(1, 32)) * 9, b"\xff\xfe\x41\x00\0\0\x42\0"],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ItemFailed, match="binary, not text"):
        decode("page", data)


def test_mojibake_is_noticed_and_kept() -> None:
    garbled = "She said it isnâ€™t over and the cafÃ© is closed."
    assert decode("page", garbled.encode())[0] == garbled
    assert "mojibake" in mojibake(garbled)[0]


@pytest.mark.parametrize("encoding", ["cp1250", "cp1251", "cp1252", "cp1254", "latin-1", "mac_roman"])
@pytest.mark.parametrize("letters", ["é", "’", "ø", "Ł", "ñ"])
def test_one_garbled_letter_is_noticed_where_ftfy_notices_it(encoding: str, letters: str) -> None:
    text = f"The minister said the caf{letters.encode().decode(encoding, 'replace')} is closed."
    assert bool(mojibake(text)) == is_bad(text)


@pytest.mark.parametrize("text", ["plain", "“Isn’t it?” – the café, Łódź, Bjørnvik", RUSSIAN])
def test_good_text_is_no_mojibake(text: str) -> None:
    assert mojibake(text) == ()


def test_a_lone_surrogate_is_replaced() -> None:
    assert encodable("a\ud800b\udfff") == "a\ufffdb\ufffd"


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\r\t", exclude_characters="\ufeff"))
)
def test_any_text_written_as_utf8_comes_back(text: str) -> None:
    assert decode("page", text.encode()) == (text, ())


@given(st.binary(), st.none() | st.text(max_size=12))
def test_any_bytes_give_text_or_a_reason(data: bytes, declared: str | None) -> None:
    with suppress(ItemFailed):
        assert encodable(decode("page", data, declared)[0]).encode() is not None
