import os
import stat
from io import BytesIO
from pathlib import Path

import pytest

from communique.cli import output
from communique.errors import RunStopped


def test_a_file_holds_the_text_with_one_newline_at_its_end(tmp_path: Path) -> None:
    target = tmp_path / "brief.md"
    output.write("Grüße\r\nline\n\n", str(target))
    assert target.read_bytes() == "Grüße\r\nline\n".encode()


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "brief.md"
    target.write_text("old")
    target.chmod(0o640)
    output.write("new", str(target))
    assert target.read_text() == "new\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_text("old")
    link.symlink_to(target)
    output.write("new", str(link))
    assert link.is_symlink()
    assert target.read_text() == "new\n"


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "brief.md").write_text("old")
    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(RunStopped, match="No space left on device"):
        output.write("new", str(tmp_path / "brief.md"))
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]
    assert (tmp_path / "brief.md").read_text() == "old"


@pytest.mark.parametrize("name", ["missing/brief.md", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(RunStopped, match="cannot write"):
        output.write("new", str(tmp_path / name))


@pytest.mark.parametrize("path", [None, "-"])
def test_without_a_file_the_text_goes_to_stdout(capfdbinary: pytest.CaptureFixture[bytes], path: str | None) -> None:
    output.write("Grüße", path)
    assert capfdbinary.readouterr().out == "Grüße\n".encode()


def test_a_full_disk_behind_stdout_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(BytesIO):
        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    class Stdout:
        buffer = Full()

    monkeypatch.setattr("sys.stdout", Stdout())
    with pytest.raises(RunStopped, match="cannot write to stdout: No space left on device"):
        output.write("text", None)


def test_a_closed_stdout_is_told_and_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert not output.screen(None).colour
    with pytest.raises(RunStopped, match="cannot write to stdout: it is closed"):
        output.write("text", None)
