"""Size and style that no linter measures: what keeps the code base readable."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FUNCTION_LINES, PARAMETERS, MODULE_LINES = 50, 6, 400
# "path" or "path::function": why it may be larger.
EXCEPTIONS: dict[str, str] = {}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def parameters(function: Function) -> int:
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in names if name not in {"self", "cls"}])


def too_large(name: str, text: str) -> Iterator[str]:
    if (lines := len(text.splitlines())) > MODULE_LINES and name not in EXCEPTIONS:
        yield f"{name}: {lines} lines"
    for function in functions(ast.parse(text)):
        place = f"{name}::{function.name}"
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > FUNCTION_LINES and place not in EXCEPTIONS:
            yield f"{place}: {lines} lines"
        if parameters(function) > PARAMETERS and place not in EXCEPTIONS:
            yield f"{place}: {parameters(function)} parameters"


def caught(tree: ast.AST) -> Iterator[str]:
    for handler in ast.walk(tree):
        if isinstance(handler, ast.ExceptHandler) and handler.type:
            yield from (node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name))


def test_functions_and_modules_stay_small() -> None:
    found = [
        line
        for path in modules("communique", "bench", "training")
        for line in too_large(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("def f(a, b, c, d, e, f): ...", 0),
        ("def f(a, b, c, d, e, f, g): ...", 1),
        ("class A:\n    def f(self, a, b, c, d, e, *, f): ...", 0),
        ("def f():\n" + "    x = 1\n" * 49, 0),
        ("def f():\n" + "    x = 1\n" * 50, 1),
        ("x = 1\n" * 401, 1),
    ],
)
def test_the_measure_sees_what_is_too_large(text: str, count: int) -> None:
    assert len(list(too_large("sample.py", text))) == count


def constants(tree: ast.Module) -> list[str]:
    """The names that a module's own statements bind to a plain value, as often as they do."""
    targets = [t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]


def test_no_constant_is_overwritten_by_another_of_its_name() -> None:
    twice = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in modules("communique", "bench", "training")
        for names in [constants(ast.parse(path.read_text("utf-8")))]
        for name in names
        if names.count(name) > 1
    }
    assert not twice


def test_only_the_pipeline_turns_a_failed_item_into_a_failure() -> None:
    catching = {
        path.relative_to(ROOT).as_posix()
        for path in modules("communique")
        if "ItemFailed" in caught(ast.parse(path.read_text("utf-8")))
    }
    assert catching <= {"communique/pipeline.py"}


def test_every_source_file_is_read() -> None:
    assert ROOT / "communique" / "errors.py" in modules("communique")
