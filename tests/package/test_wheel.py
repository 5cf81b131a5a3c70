"""The wheel built from the sdist works in a bare environment, far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.package

TOP = Path(__file__).parents[2]
DATA = "docassemble/challenge_letters/data"
# Made when the wheel is built, of what each language says of the questions.
TRANSLATIONS = f"{DATA}/sources/questions.xlf"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel that comes out of the sdist, as an installer would build it."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", out, TOP], check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def _environment(place: Path) -> Path:
    """Make a bare environment in `place`; return its folder of commands."""
    venv.create(place, with_pip=True)
    return place / ("Scripts" if os.name == "nt" else "bin")


@pytest.fixture(scope="module")
def core(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the commands of an environment that has the core and nothing of docassemble."""
    commands = _environment(tmp_path_factory.mktemp("core"))
    subprocess.run([commands / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    return commands


@pytest.fixture(scope="module")
def full(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the commands of an environment with the wheel, and docassemble borrowed from the one we run in.

    Installing docassemble's 190 packages again would take minutes and prove nothing about our wheel.
    """
    place = tmp_path_factory.mktemp("full")
    commands = _environment(place)
    install = [commands / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel]
    subprocess.run(install, check=True)
    (site,) = place.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return commands


def _run(command: Path, *words: object, code: str = "") -> subprocess.CompletedProcess[str]:
    given = [str(command), *(["-c", code] if code else []), *map(str, words)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(given, cwd="/", env=clean, capture_output=True, text=True, check=False)


def test_every_file_is_in_the_wheel_once(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = package.namelist()

    assert len(names) == len(set(names))
    inside = {name for name in names if name.startswith("docassemble/")}
    assert inside == {f"{DATA}/{_place_of(path)}" for path in _sources()} | {TRANSLATIONS}
    assert f"{DATA}/questions/letters.yml" in inside


def _sources() -> list[Path]:
    """Return every file of ours that docassemble needs, and the examples that letters are compared by."""
    found = [
        path
        for source in ("interviews", "letter_templates", "examples")
        for path in (TOP / source).rglob("*")
    ]
    return [path for path in found if path.is_file() and not path.name.startswith("~$")]


def _place_of(path: Path) -> str:
    """Return where docassemble looks for `path` in the data folder of a package."""
    source, *folders = path.relative_to(TOP).parts[:-1]
    if source == "examples":
        return f"examples/{path.relative_to(TOP / source).as_posix()}"
    if source == "letter_templates":
        return f"templates/{path.relative_to(TOP / source).as_posix()}"
    return f"{folders[0] if folders else 'questions'}/{path.name}"


def test_the_wheel_leaves_the_docassemble_namespace_open(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        assert "docassemble/__init__.py" not in package.namelist()
        assert not [name for name in package.namelist() if name.startswith(("tests/", "interviews/"))]


def test_the_core_works_without_docassemble(core: Path, tmp_path: Path) -> None:
    example = TOP / "examples" / "missed-appointment-ill.json"
    command = core / "challenge-letters"

    written = _run(command, "write", example, "--out", tmp_path, "--as-at", "2026-11-23")

    assert written.returncode == 0, written.stderr
    assert (tmp_path / "mandatory-reconsideration.docx").is_file()
    assert _run(command, "check").returncode == 0
    assert _run(command, "deadline", "mandatory-reconsideration", "2027-01-31").returncode == 0
    missing = _run(core / "python", code="import docassemble.base")
    assert "No module named" in missing.stderr


def test_serve_without_the_interview_says_what_to_install(core: Path) -> None:
    done = _run(core / "challenge-letters", "serve")

    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "challenge-letters[interview]" in done.stderr


def test_the_first_page_is_served_from_the_installed_wheel(full: Path, tmp_path: Path) -> None:
    code = (
        "import challenge_letters.places as places\n"
        "from challenge_letters.web.app import create_app\n"
        "from challenge_letters.web.settings import Settings\n"
        "from pathlib import Path\n"
        f"app = create_app(Settings(state_dir=Path({str(tmp_path)!r})))\n"
        "page = app.test_client().get('/', base_url='http://127.0.0.1:8000')\n"
        "print(page.status_code, places.interviews())\n"
    )
    done = _run(full / "python", code=code)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("200 ")
    assert str(TOP) not in done.stdout
    assert DATA in done.stdout


def test_a_change_in_the_checkout_is_seen_at_once() -> None:
    code = "from challenge_letters import places; print(places.interviews(), places.letter_templates())"
    done = _run(Path(sys.executable), code=code)

    assert done.stdout.split() == [str(TOP / "interviews"), str(TOP / "letter_templates")]
