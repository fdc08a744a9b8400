"""What the project says of itself is so: commands, settings, links, versions, generated pages, the size of things."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer.main

import arising
from arising.cli.commands import app
from arising.documents import open_document
from arising.reading import read, record
from arising.reading.findings.commitments import RULES
from arising.sample import documents
from tools import reference

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
SETTINGS = ROOT / "src/arising/register/settings.py"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

LONGEST_MODULE = 400
FULLEST_FOLDER = 15
# Spelt in pieces, so that this file does not hold them either.
FORBIDDEN = (
    "/work" + "/",
    "/root" + "/",
    "/home" + "/",
    "pypi" + ".org",
    "python" + "hosted",
    "npm" + "js.org",
    "deb.debian" + ".org",
)


def tracked(*patterns: str) -> list[Path]:
    """The files of the repository, by git's word."""
    listed = subprocess.run(["git", "ls-files", "-z", *patterns], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def pages() -> list[Path]:
    return tracked("*.md")


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def modules() -> list[Path]:
    return [path for path in tracked("*.py") if "migrations" not in path.parts]


def test_every_make_target_that_the_pages_name_exists() -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = {
        (page.name, target) for page in pages() for target in re.findall(r"(?:^|`)make ([a-z-]+)", text_of(page), re.M)
    }
    assert {("README.md", "run"), ("README.md", "setup")} <= named
    assert {(page, target) for page, target in named if target not in targets} == set()


def test_every_command_and_option_that_the_pages_show_exists() -> None:
    group: Any = typer.main.get_command(app)
    known = {name: _options(command) for name, command in group.commands.items()}
    shown = [
        (page.name, command, set(re.findall(r" (--[a-z-]+)", words)))
        for page in pages()
        for command, words in re.findall(r"^ *(?:\.venv/bin/)?arising ([a-z]+)(.*)$", text_of(page), re.MULTILINE)
    ]
    assert {command for _, command, _ in shown} >= {"read", "add", "serve", "score"}
    assert [one for one in shown if one[1] not in known or one[2] - known[one[1]]] == []


def _options(command: Any) -> set[str]:
    """The options of a command, or of all the commands under it."""
    below = getattr(command, "commands", {}).values()
    own = {option for parameter in command.params for option in parameter.opts}
    return own.union(*map(_options, below))


def test_every_make_target_says_what_it_does() -> None:
    makefile = text_of(ROOT / "Makefile")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == set(re.findall(r"^([a-z][a-z-]*):.*## ", makefile, re.MULTILINE))


def test_every_link_inside_the_pages_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages()
        for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page))
        if not _leads_somewhere(page, target)
    ]
    assert broken == []


def _leads_somewhere(page: Path, target: str) -> bool:
    if re.match(r"[a-z]+:", target):
        return True
    path, _, heading = target.partition("#")
    file = (page.parent / path) if path else page
    return file.exists() and (not heading or heading in _anchors(file))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def test_every_page_of_the_documentation_is_reached_from_the_index() -> None:
    reached, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        for target in re.findall(r"\]\(([^)\s#:]+)[^)]*\)", text_of(page)):
            file = (page.parent / target).resolve()
            if file.suffix == ".md" and DOCS in file.parents and file not in reached and file.exists():
                waiting.append(file)
    assert {page for page in pages() if DOCS in page.parents} - reached == set()


def test_every_setting_is_documented() -> None:
    read = set(re.findall(r"env\.[a-z_]+\(\s*\"([A-Z_]+)\"", text_of(SETTINGS)))
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", text_of(DOCS / "reference/settings.md"), re.MULTILINE))
    assert len(read) > 5
    assert read == documented


def test_the_example_of_the_readme_is_what_comes_out() -> None:
    page = text_of(ROOT / "README.md")
    sentence = " ".join(re.findall(r"^> (.*)$", page, re.MULTILINE))
    shown = dict(re.findall(r"^\| (\w+) \| (.*) \|$", page, re.MULTILINE))
    (found,) = read(open_document(f"1. School transport\n\n{sentence}\n".encode(), name="minutes.txt")).commitments
    assert shown == {
        "kind": found.kind,
        "owner": found.owner,
        "owed": found.deliverable,
        "to": found.to,
        "due": found.due,
        "words": f'"{found.quote}"',
    }


def _structs() -> Iterator[type[msgspec.Struct]]:
    for thing in vars(record).values():
        if isinstance(thing, type) and issubclass(thing, msgspec.Struct) and thing is not msgspec.Struct:
            yield thing


def test_every_key_of_a_record_is_documented() -> None:
    page = text_of(DOCS / "reference/record.md")
    keys = {field.name for struct in _structs() for field in msgspec.structs.fields(struct)}
    assert {key for key in keys if f"`{key}`" not in page} == set()


def test_every_rule_of_the_reader_is_documented() -> None:
    page = text_of(DOCS / "reference/rules.md")
    records = [read(open_document(sample.path)) for sample in documents()]
    names = {finding.rule for record in records for finding in record.findings()} | {rule.name for rule in RULES}
    assert {name for name in names if f"`{name}`" not in page} == set()


@pytest.mark.parametrize("page", reference.pages(), ids=lambda page: page.name)
def test_a_page_made_from_the_code_is_as_the_code_says(page: Path) -> None:
    assert text_of(page) == reference.pages()[page], "run `make reference`"


def test_the_changes_tell_of_this_version() -> None:
    assert PROJECT["project"]["version"] == arising.__version__
    assert f"## [{arising.__version__}]" in text_of(ROOT / "CHANGELOG.md")


def test_no_file_names_a_machine_or_a_registry() -> None:
    locked = ROOT / "uv.lock"
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in tracked()
        if path != locked
        for word in FORBIDDEN
        if word.encode() in path.read_bytes()
    ]
    assert found == []


def test_no_module_is_longer_than_one_can_hold_in_mind() -> None:
    lengths = {str(path.relative_to(ROOT)): text_of(path).count("\n") for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_folder_is_too_full_to_find_things_in() -> None:
    folders = Counter(path.parent for path in modules() if path.name != "__init__.py")
    assert {str(folder.relative_to(ROOT)): count for folder, count in folders.items() if count > FULLEST_FOLDER} == {}


def test_every_room_of_the_register_stands_in_the_order_that_is_checked() -> None:
    rooms = {path.parent.name for path in tracked("src/arising/register/*/__init__.py")}
    assert set(_contract("rooms")["layers"]) == {
        room for room in rooms if (SETTINGS.parent / room / "apps.py").exists()
    }


def test_every_package_that_is_a_library_in_its_own_right_is_checked_strictly_and_for_django() -> None:
    library = {
        f"arising.{name}"
        for name in ("documents", "reading", "following", "measures")
        if (ROOT / "src/arising" / name / "__init__.py").exists()
    }
    strict = next(one for one in PROJECT["tool"]["mypy"]["overrides"] if one.get("disallow_untyped_defs"))
    assert library <= {pattern.removesuffix(".*") for pattern in strict["module"]}
    assert library == set(_contract("pure")["source_modules"])


def _contract(identifier: str) -> dict[str, list[str]]:
    contracts: list[dict[str, list[str]]] = PROJECT["tool"]["importlinter"]["contracts"]
    return next(contract for contract in contracts if contract["id"] == identifier)  # type: ignore[comparison-overlap]
