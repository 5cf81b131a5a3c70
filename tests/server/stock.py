"""A stock docassemble server on this machine: PostgreSQL, Redis, the grammar daemon and uwsgi, on loopback.

    with StockServer() as server:                  # installs our wheel, starts everything, ends everything
        server.address                             # "http://127.0.0.1:40123"
        server.restart_web()

It has a folder, a cluster and ports of its own and stops what it started by process id, also after a failure.
docassemble allows one server a machine (see NLTK_SOCKET), so a second one waits for the first by LOCK.
`make server-up` runs one until it is interrupted and prints its address. Programs of ours end with this one.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Self

from tests.server.machine import NLTK_SOCKET, VENV, build_wheel, install_wheel, postgres_programs
from tests.server.processes import DidNotStart, Program, answers_on, free_port, start

LOCK = NLTK_SOCKET.with_suffix(".lock")
LONGEST_WAIT = 1800  # seconds
API_KEY = "challengeletterstestserverkey000"  # docassemble wants exactly 32 characters
NLTK_STANDIN = Path(__file__).with_name("nltk_standin.py")
OURS = "docassemble.challenge_letters:data/questions/letters.yml"
# Nothing is said of language and locale: docassemble's own are American. So is the timezone of its own image.
CONFIG = """\
secretkey: {secret}
db: {{prefix: postgresql+psycopg2://, name: docassemble, user: docassemble, password: abc, host: 127.0.0.1, port: {postgres}}}
redis: redis://127.0.0.1:{redis}
modules: {venv}
packages: {venv}
uploads: {place}/files
log: {place}/log
flask log: {place}/log/flask.log
celery flask log: {place}/log/celery-flask.log
webapp: {place}/etc/docassemble.wsgi
libreoffice macro file: {place}/home/Module1.xba
ready file: {place}/etc/ready
version file: {place}/etc/VERSION
web server: none
use nginx to serve files: False
url root: http://127.0.0.1:{web}
external hostname: 127.0.0.1
root: /
use https: False
timezone: America/New_York
mail: {{default sender: '"Nobody" <nobody@example.com>'}}
debug: False
enable api: True
enable playground: False
allow updates: False
update on start: False
allow log viewing: False
ip address ban enabled: False
default admin account: {{nickname: admin, email: admin@example.com, password: password, api key: {key}}}
"""


@dataclass(frozen=True)
class Kept:
    """How many files of visitors a server holds, and how many steps of interviews."""

    files: int
    steps: int


@dataclass
class StockServer:
    """One stock server. `environment` is added to that of its programs, `packages` are folders of others.

    Its place, and what runs, are there while it is up.
    """

    environment: Mapping[str, str] = field(default_factory=dict)
    workers: int = 2
    wheel: Path | None = None
    packages: tuple[Path, ...] = ()
    place: Path = field(init=False)
    ports: dict[str, int] = field(init=False)
    programs: dict[str, Program] = field(default_factory=dict)
    _lock: IO[str] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ports['web']}"

    def __enter__(self) -> Self:
        self._lock = _only_one()
        try:
            self._up()
        except BaseException:
            self.down()
            raise
        return self

    def __exit__(self, *_fault: object) -> None:
        self.down()

    def _up(self) -> None:
        self.place = Path(tempfile.mkdtemp(prefix="challenge-letters-stock-"))
        # PostgreSQL refuses to be root, and its own user has to get through to its folder.
        self.place.chmod(0o711)
        self.ports = {name: free_port() for name in ("web", "postgres", "redis")}
        for name in ("files", "log", "etc", "home", "locale"):
            (self.place / name).mkdir()
        install_wheel(self.wheel or build_wheel(self.place / "etc"))
        self._write_config()
        self._start_postgres()
        self._start_redis()
        self._start_grammar()
        self._create_tables()
        self.start_web()

    def down(self) -> None:
        """Stop everything that was started, last first, and remove the folder."""
        for name in reversed(list(self.programs)):
            self.programs.pop(name).stop()
        if hasattr(self, "place"):
            NLTK_SOCKET.unlink(missing_ok=True)
            shutil.rmtree(self.place, ignore_errors=True)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    # -- the parts

    def _write_config(self) -> None:
        etc = self.place / "etc"
        (etc / "docassemble.wsgi").touch()
        (etc / "VERSION").write_text("1.10\n", encoding="utf-8")
        known = {"place": self.place, "venv": VENV, "secret": os.urandom(16).hex(), "key": API_KEY}
        text = CONFIG.format(**known, **self.ports)
        (etc / "config.yml").write_text(text, encoding="utf-8")

    def _environment(self) -> dict[str, str]:
        """Return a clean environment: nothing of the tests', or of the person's who runs them."""
        return {
            "PATH": f"{VENV}/bin:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.place / "home"),
            "TMPDIR": str(self.place / "home"),
            "LANG": "C.UTF-8",
            "LOCPATH": str(self.place / "locale"),
            "DA_CONFIG_FILE": str(self.place / "etc" / "config.yml"),
            "DA_PYTHON": str(VENV),
            "PYTHONPATH": ":".join(map(str, self.packages)),
            **self.environment,
        }

    def _log(self, name: str) -> Path:
        return self.place / "log" / f"{name}.out"

    def _start_postgres(self) -> None:
        programs = postgres_programs()
        assert programs is not None
        cluster, user = self.place / "postgres", "postgres" if os.geteuid() == 0 else None
        cluster.mkdir(mode=0o700)
        if user:
            shutil.chown(cluster, user, user)
        initdb = [programs / "initdb", "-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        initdb += ["--locale=C", "--no-sync"]
        subprocess.run(initdb, user=user, group=user, cwd="/", check=True, capture_output=True)
        where = ["-h", "127.0.0.1", "-p", self.ports["postgres"], "-k", cluster]
        self.programs["postgres"] = start(
            "PostgreSQL",
            *(programs / "postgres", "-D", cluster, *where, "-c", "fsync=off"),
            log=self._log("postgres"),
            user=user,
            folder=Path("/"),
            stop_signal=signal.SIGINT,
        ).wait_until(lambda: self._sql("select 1").returncode == 0)
        self._answer("create role docassemble login password 'abc'", "postgres")
        database = "create database docassemble owner docassemble encoding 'UTF8' template template0"
        self._answer(database, "postgres")

    def _sql(self, statement: str, database: str = "postgres") -> subprocess.CompletedProcess[str]:
        programs = postgres_programs()
        assert programs is not None
        where = ["-h", "127.0.0.1", "-p", str(self.ports["postgres"]), "-U", "postgres", "-d", database]
        command = [programs / "psql", *where, "--quiet", "--no-align", "--tuples-only", "-c", statement]
        return subprocess.run(command, cwd="/", check=False, capture_output=True, text=True)

    def _answer(self, statement: str, database: str) -> str:
        done = self._sql(statement, database)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def _start_redis(self) -> None:
        where = ["--bind", "127.0.0.1", "--port", self.ports["redis"], "--dir", self.place]
        self.programs["redis"] = start(
            "Redis", "redis-server", *where, "--save", "", "--appendonly", "no", log=self._log("redis")
        ).wait_until(answers_on(self.ports["redis"]))

    def _start_grammar(self) -> None:
        NLTK_SOCKET.unlink(missing_ok=True)
        environment = {**self._environment(), "NLTKSOCKET": str(NLTK_SOCKET)}
        self.programs["grammar"] = start(
            "docassemble's grammar daemon",
            *(VENV / "bin" / "python", NLTK_STANDIN),
            log=self._log("grammar"),
            environment=environment,
        ).wait_until(NLTK_SOCKET.exists)

    def _create_tables(self) -> None:
        # docassemble asks for this locale at start, whatever its configuration says.
        locale = self.place / "locale" / "en_US.utf8"
        subprocess.run(["localedef", "-i", "en_US", "-f", "UTF-8", locale], check=False, capture_output=True)
        config = self.place / "etc" / "config.yml"
        create = start(
            "docassemble's create_tables",
            *(VENV / "bin" / "python", "-m", "docassemble.webapp.create_tables", config),
            log=self._log("create_tables"),
            environment=self._environment(),
        )
        if create.process.wait(120):
            create.wait_until(lambda: False)

    def start_web(self) -> None:
        """Start the web server and wait until it is healthy."""
        self.programs["web"] = start(
            "uwsgi",
            *(
                VENV / "bin" / "uwsgi",
                "--master",
                "--lazy-apps",
                "--need-app",
                "--enable-threads",
                "--no-orphans",
            ),
            *("--processes", self.workers, "--threads", 2, "--http-socket", f"127.0.0.1:{self.ports['web']}"),
            *("--manage-script-name", "--mount", "/=docassemble.webapp.run:application", "--venv", VENV),
            *("--buffer-size", 32768, "--die-on-term", "--add-header", "Connection: close"),
            *("--disable-logging", "--touch-reload", self.place / "etc" / "docassemble.wsgi"),
            log=self._log("web"),
            environment=self._environment(),
            folder=self.place,
        ).wait_until(self._is_healthy)

    def kept(self) -> Kept:
        """Return how much the server holds at the moment."""
        files = [path for path in (self.place / "files").rglob("*") if path.is_file()]
        return Kept(len(files), int(self._answer("select count(*) from userdict", "docassemble")))

    def logs(self) -> str:
        """Return everything the server has written into its logs so far."""
        found = [path for path in (self.place / "log").rglob("*") if path.is_file()]
        return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(found))

    def restart_web(self) -> None:
        """Stop and start the web server only."""
        self.programs.pop("web").stop()
        self.start_web()

    @contextmanager
    def web_in(self, environment: Mapping[str, str]) -> Iterator[None]:
        """Let the web server run in `environment` instead for the length of the block."""
        kept, self.environment = self.environment, environment
        self.restart_web()
        try:
            yield
        finally:
            self.environment = kept
            self.restart_web()

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/health_check", timeout=20) as response:
                return int(response.status) == 200
        except (urllib.error.URLError, OSError):
            return False


def _only_one() -> IO[str]:
    """Wait until no other server of this kind runs on the machine; return what to close at the end."""
    lock = LOCK.open("a", encoding="utf-8")
    last = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > last:
                raise DidNotStart("Another stock server runs on this machine, and does not end.") from None
            time.sleep(1)
        else:
            return lock
