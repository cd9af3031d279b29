"""The shape of the code: sizes, who may import what, and what must never be committed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sorted(
    path for folder in ("app", "game", "migrations") for path in (ROOT / folder).rglob("*.py")
)
MIGRATIONS = sorted((ROOT / "migrations").rglob("*.py"))
RULES = sorted((ROOT / "game").rglob("*.py"))
SCRIPTS = sorted((ROOT / "static/js").rglob("*.js"))

PYTHON_CAP = 300
SCRIPT_CAP = 150
FUNCTION_CAP = 40

# No clock, no chance, no I/O: what the rules may import besides themselves.
RULES_MAY_IMPORT = {
    *("__future__", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions"),
    *("functools", "game", "hashlib", "itertools", "json", "math", "operator", "re", "types"),
    *("typing", "unicodedata", "weakref"),
}
SQL_MODULES = {
    *(
        "app/auth.py",
        "app/carrying.py",
        "app/seat_links.py",
        "app/db.py",
        "app/erasing.py",
        "app/models.py",
        "app/portfolio.py",
        "app/projects.py",
    ),
    *("app/rehearsal/rows.py",),
    *("app/startup_step.py", "app/store.py", "app/upgrade.py", "app/writer.py"),
}
HOST = re.compile(r"https?://|git\+|--(?:extra-)?index-url|--find-links|\"resolved\"")
LOCKS = ["requirements/run.txt", "requirements/test.txt", "package-lock.json"]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_a_python_file_can_be_read_in_one_sitting(path):
    if "decks" not in path.parts:
        assert len(path.read_text().splitlines()) <= PYTHON_CAP


@pytest.mark.parametrize("path", [path for path in PYTHON if path not in MIGRATIONS], ids=named)
def test_a_function_fits_a_screen(path):
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, functions)
    }
    assert {name: lines for name, lines in long.items() if lines > FUNCTION_CAP} == {}


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_script_is_small_and_checked(path):
    text = path.read_text()
    assert len(text.splitlines()) <= SCRIPT_CAP
    assert text.startswith("// @ts-check\n")
    assert "innerHTML" not in text
    assert "dangerouslySetInnerHTML" not in text


@pytest.mark.parametrize("path", RULES, ids=named)
def test_the_rules_import_nothing_that_knows_time_chance_or_the_world(path):
    assert roots(path) <= RULES_MAY_IMPORT
    assert not re.search(r"\.(now|utcnow|today)\(", path.read_text())


@pytest.mark.parametrize("path", [path for path in PYTHON if "app" in path.parts], ids=named)
def test_sql_stays_where_it_lives(path):
    if roots(path) & {"sqlalchemy", "sqlmodel"}:
        assert named(path) in SQL_MODULES


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_records_no_address_of_a_package_host(name):
    assert HOST.findall((ROOT / name).read_text()) == []


@pytest.mark.parametrize("name", ["uv.lock", "pylock.toml", "poetry.lock", "yarn.lock"])
def test_there_is_no_other_kind_of_lock(name):
    assert not (ROOT / name).exists()
