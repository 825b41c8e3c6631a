import os
import subprocess
import sys
from pathlib import Path


def test_the_runtime_tells_nobody_that_it_runs_and_leaves_nothing_behind(tmp_path: Path) -> None:
    code = (
        "import os; from communique.models import Models; Models.load().events._session; "
        "print(os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    kept = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    home = kept | {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    run = subprocess.run([sys.executable, "-c", code], env=home, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "1"
    assert list(tmp_path.iterdir()) == []
