"""The program as a person runs it: a process of its own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

GOOD = """Ministers settle row over river ferries

By Ada Brook
4 March 2024

RIGA - The transport ministers of Latvia and Estonia ended a quarrel over river ferries on Monday.

"We have wasted a winter on this," Latvian Transport Minister Janis Ozols said after the meeting.

Estonia's minister, Mari Kask, said that the first boats would sail in April.
"""


def run(*arguments: str | Path, stdin: str = "") -> CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "communique", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="session")
def program() -> Callable[..., CompletedProcess[str]]:
    return run


@pytest.fixture(scope="session")
def good() -> str:
    return GOOD


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path
