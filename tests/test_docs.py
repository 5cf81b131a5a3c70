"""What the docs show is run: the lines of Python, the commands, the road of a new centre, the files of a server."""

from __future__ import annotations

import configparser
import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from challenge_letters.cli import main
from challenge_letters.web.health import ADDRESS
from tests.centre.papers import paper

TOP = Path(__file__).parents[1]
PAGES = (TOP / "README.md", TOP / "SECURITY.md", *sorted((TOP / "docs").glob("*.md")))
COMMAND = re.compile(r"(?:^    (?:    )?(?:\S*/)?|`)challenge-letters ((?:[^`\n#\\]|\\\n)+)", re.MULTILINE)
SERVER = (TOP / "docs" / "centre-server.md").read_text(encoding="utf-8")


def commands() -> list[tuple[str, str]]:
    """Return each command that a page shows, with the name of the page."""
    found = {
        (page.name, " ".join(command.replace("\\\n", " ").split()))
        for page in PAGES
        for command in COMMAND.findall(page.read_text(encoding="utf-8"))
    }
    return sorted(found)


def test_the_lines_for_programs_do_what_they_say() -> None:
    failed, tried = doctest.testfile(str(TOP / "docs" / "for-programs.md"), module_relative=False)

    assert (failed, tried > 5) == (0, True)


@pytest.mark.parametrize(("page", "words"), commands())
def test_every_command_that_a_page_shows_exists_with_its_options(page: str, words: str) -> None:
    name, *rest = shlex.split(words)
    command = main.commands[name]
    options = {option for each in command.params if isinstance(each, click.Option) for option in each.opts}

    assert [word for word in rest if word.startswith("--") and word not in options] == []


def test_the_readme_names_every_command_in_its_table() -> None:
    said = (TOP / "README.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in said.splitlines() if line.startswith("| `")]
    named = {words.split()[0] for row in rows for words in re.findall("`([^`]+)`", row)}

    assert set(main.commands) - named == set()


def run(folder: Path, words: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(TOP / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "challenge_letters", *shlex.split(words)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_newcomer_gets_from_the_readme_to_letters_on_their_own_paper(tmp_path: Path) -> None:
    shutil.copytree(TOP / "examples", tmp_path / "here" / "examples")
    here, centre = tmp_path / "here", tmp_path / "our-centre"
    shown = [words for page, words in commands() if page == "README.md" and "our-centre" in words]
    wanted = {words.split()[0]: words for words in shown}
    (here / "clients.csv").write_text(
        "Case Ref,Client,Decision date,What about,Reason,Reason words\n7,Ada Example,2 November 2026,task,ill,I was ill.\n",
        encoding="utf-8",
    )

    run(here, wanted["new-centre"])
    details = (centre / "centre.toml").read_text(encoding="utf-8")
    details = details.replace('name = ""', 'name = "Testtown Advice Centre"', 1)
    (centre / "centre.toml").write_text(
        f'{details}\n[[advisers]]\nname = "Robin Adviser"\n', encoding="utf-8"
    )
    (centre / "letterhead.docx").write_bytes(paper())
    run(here, wanted["write"])
    run(here, wanted["batch"].replace("clients.xlsx", "clients.csv") + " --as-at 2026-11-23")
    run(
        here,
        wanted["batch"]
        .replace("clients.xlsx", "clients.csv")
        .replace("--dry-run", "--keep-cases --as-at 2026-11-23"),
    )
    due = run(here, "due letters --as-at 2026-11-23")

    assert "Registered charity" in (here / "letters" / "mandatory-reconsideration.txt").read_text(
        encoding="utf-8"
    )
    assert "Testtown Advice Centre" in (here / "letters" / "7" / "mandatory-reconsideration.txt").read_text(
        encoding="utf-8"
    )
    assert "Ask them to look at the decision again" in due


def block(language: str) -> str:
    """Return the block of docs/centre-server.md in `language`; "" for the one that names none."""
    return dict(re.findall(r"^```(\w*)\n(.*?)^```$", SERVER, re.DOTALL | re.MULTILINE))[language]


def program(name: str) -> str:
    """Return where `name` lies; skip what needs it where it is not installed."""
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if path is None:
        pytest.skip(f"NOT TRIED: {name} is not installed.")
    return path


def complaints(*command: str | Path) -> str:
    """Return what `command` has against a file of the docs."""
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "challenge-letters.service"
    unit.write_text(
        block("ini").replace("/opt/challenge-letters/bin/challenge-letters", sys.executable), encoding="utf-8"
    )

    assert complaints(program("systemd-analyze"), "verify", unit) == ""


def test_caddy_takes_its_file(tmp_path: Path) -> None:
    (tmp_path / "Caddyfile").write_text(block(""), encoding="utf-8")

    assert (
        complaints(program("caddy"), "adapt", "--adapter", "caddyfile", "--config", tmp_path / "Caddyfile")
        == ""
    )


def test_nginx_takes_its_part(tmp_path: Path) -> None:
    """A certificate of its own stands for the real one; the rest is read as it is in the docs."""
    key, certificate = tmp_path / "letters.key", tmp_path / "letters.pem"
    nginx, openssl = program("nginx"), program("openssl")
    made = (openssl, "req", "-x509", "-nodes", "-subj", "/CN=x", "-keyout", key, "-out", certificate)
    assert complaints(*made) == ""
    part = block("nginx").replace("/etc/ssl", str(tmp_path))
    kept = " ".join(
        f"{each}_temp_path {tmp_path};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {kept} {part} }}"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")

    assert complaints(nginx, "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf") == ""


@pytest.mark.parametrize("option", ["proxy_request_buffering off", "proxy_buffering off", "access_log off"])
def test_the_proxy_writes_no_answer_to_the_disk(option: str) -> None:
    assert f"    {option};\n" in block("nginx")


def test_the_container_asks_the_health_address_at_the_port_it_opens() -> None:
    container = block("dockerfile")
    (port,) = re.findall(r"EXPOSE (\d+)", container)

    assert f"http://127.0.0.1:{port}{ADDRESS}'" in container
    assert f"--publish 127.0.0.1:{port}:{port} " in SERVER
    assert f"`GET {ADDRESS}` answers `ok`" in SERVER


def test_every_option_that_the_docs_start_the_server_with_exists() -> None:
    words = " ".join([block("ini"), *re.findall('"(--[a-z-]+)"', block("dockerfile"))])
    options = {option for each in main.commands["serve"].params for option in each.opts}

    assert set(re.findall(r"--[a-z][a-z-]+", words)) == {"--behind-tls"} & options


@pytest.mark.parametrize(
    "part", ["systemd", "TLS in front of it", "In a container", "Is it well?", "Backup", "Upgrade"]
)
def test_the_docs_of_a_server_have_each_part(part: str) -> None:
    assert f"\n## {part}\n" in SERVER


def test_the_container_keeps_answers_in_memory_and_in_a_folder_of_their_own() -> None:
    """A tmpfs is open to everybody in the container, and the server keeps no answers in such a folder."""
    state = re.search(r"CHALLENGE_LETTERS_STATE=(\S+)", block("dockerfile"))
    in_memory = re.findall(r"--tmpfs (\S+)", SERVER)

    assert state
    assert state[1] not in in_memory
    assert any(state[1].startswith(f"{each}/") for each in in_memory)


def test_the_unit_for_systemd_says_what_the_server_reads() -> None:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(block("ini"))

    assert set(parser) - {"DEFAULT"} == {"Unit", "Service", "Install"}
    source = "".join(path.read_text(encoding="utf-8") for path in (TOP / "src").rglob("*.py"))
    named = set(re.findall(r"CHALLENGE_LETTERS_\w+", SERVER))
    assert named
    assert {name for name in named if f'"{name}"' not in source} == set()
