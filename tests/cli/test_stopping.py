import pytest
from click.testing import CliRunner

from communique.cli import main


def test_an_interrupted_run_says_so_and_has_its_own_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("communique.pipeline.read", interrupted)
    run = CliRunner().invoke(main, ["read", "-"], input="words")
    assert run.exit_code == 130
    assert "interrupted" in run.output
