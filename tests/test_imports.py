"""The import direction of docs/architecture.md, held by the contracts in .importlinter."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter import cli

ROOT = Path(__file__).resolve().parents[1]

CONTRACT = """
[importlinter]
root_package = sample

[importlinter:contract:rooms]
name = two rooms
type = layers
layers =
    sample.left | sample.right
"""

IMPORT_ALL = """
import importlib, pkgutil, sys
import communique
for module in pkgutil.walk_packages(communique.__path__, "communique."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def lint(config: Path) -> int:
    return cli.lint_imports(config_filename=str(config), no_cache=True, no_logo=True)


def test_rooms_import_downwards_only() -> None:
    assert lint(ROOT / ".importlinter") == cli.EXIT_STATUS_SUCCESS


@pytest.mark.parametrize(
    ("name", "right", "status"),
    [
        ("apart", "def f() -> None: ...", cli.EXIT_STATUS_SUCCESS),
        ("tied", "def f() -> None:\n    from tied import left  # inside a function", cli.EXIT_STATUS_ERROR),
    ],
)
def test_an_import_inside_a_function_counts(
    name: str, right: str, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / name
    package.mkdir()
    for module, text in (("__init__", ""), ("left", ""), ("right", right)):
        (package / f"{module}.py").write_text(text, "utf-8")
    config = tmp_path / "contract.ini"
    config.write_text(CONTRACT.replace("sample", name), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert lint(config) == status


def test_importing_every_module_brings_in_no_training_library() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "communique" in loaded
    assert not loaded & {"torch", "tensorflow", "transformers", "jax"}
