"""The gate on the benchmarks' figures."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[1] / "bench"


def test_without_the_public_data_it_says_so_and_passes(tmp_path: Path) -> None:
    command = [sys.executable, str(BENCH / "gate.py"), "--shared", str(tmp_path / "nowhere")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "skipped" in done.stdout


def test_what_is_worse_than_its_bar_or_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    gate = importlib.import_module("gate")
    figures = {"right": 0.9, "equal": 0.5, "wrong": 0.4, "slow": 3.0, "fast": 2.0}
    bars = {"floors": {"right": 0.8, "equal": 0.5, "wrong": 0.5, "absent": 0.1}, "ceilings": {"slow": 2.5, "fast": 2.0}}
    named = [line.split()[1] for line in gate.missed(figures, bars)]
    assert named == ["wrong", "absent", "slow"]


def test_every_benchmark_is_run_and_every_bar_belongs_to_one() -> None:
    programs = {path.stem for path in BENCH.glob("*.py")} - {"gate", "figures", "clusters"}
    bars = json.loads((BENCH / "floors.json").read_text("utf-8"))
    assert {name.partition(".")[0] for kind in bars.values() for name in kind} == programs
