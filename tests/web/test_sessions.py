"""The store: one encrypted row for each step, gone when it should be, unreadable without the cookie."""

from __future__ import annotations

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from challenge_letters.web.elapsing import Clocks, clocks_of_this_computer
from challenge_letters.web.keys import VisitorKeys, new_cookie, server_secret
from challenge_letters.web.sessions import Saved, SessionGone, SessionInDoubt, StepMoved, Store
from challenge_letters.web.tables import StoreShut


class Clock:
    """The clocks of a computer, which stand still until they are moved."""

    def __init__(self) -> None:
        self.passed, self.wall, self.boot = 5_000.0, 1_000_000.0, "first"

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.passed += seconds
        self.wall += seconds

    def reboot(self, seconds: float) -> None:
        """Switch the computer off for so long."""
        self.passed, self.boot = 20.0, f"after {self.boot}"
        self.wall += seconds

    @property
    def clocks(self) -> Clocks:
        """What a store that starts now reads."""
        return Clocks(self.boot, lambda: self.passed, lambda: self.wall)


@pytest.fixture
def clock() -> Clock:
    """The store's clock."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    """A store with an idle limit of 100 and an absolute one of 250 seconds."""
    return Store(tmp_path / "state", 100, 250, clock.clocks)


@pytest.fixture
def keys(store: Store) -> VisitorKeys:
    """A visitor with a session of one step."""
    found = store.visitor(new_cookie())
    store.begin(found, Saved({"name": "Canary-77"}))
    return found


def steps_in(store: Store) -> list[int]:
    """The step numbers in the database."""
    with closing(sqlite3.connect(store.path)) as database:
        return [row[0] for row in database.execute("select step from steps order by step")]


def test_what_is_stored_comes_back(store: Store, keys: VisitorKeys) -> None:
    assert store.load(keys) == (1, Saved({"name": "Canary-77"}))


def test_each_step_is_a_row(store: Store, keys: VisitorKeys) -> None:
    store.advance(keys, 1, Saved({"name": "two"}, "digest", 1))
    assert store.load(keys) == (2, Saved({"name": "two"}, "digest", 1))
    store.advance(keys, 2, Saved({"name": "three"}, is_look=True))
    assert store.at(keys, 1) == Saved({"name": "Canary-77"})
    assert store.load(keys) == (3, Saved({"name": "three"}, is_look=True))
    assert store.at(keys, 4) is None


def test_an_answer_from_an_earlier_step_takes_the_place_of_what_came_after(
    store: Store, keys: VisitorKeys
) -> None:
    store.advance(keys, 1, Saved({"name": "two"}))
    store.advance(keys, 2, Saved({"name": "three"}))
    store.advance(keys, 1, Saved({"name": "other"}), newest=3)
    assert steps_in(store) == [1, 2]
    assert store.load(keys)[1].variables == {"name": "other"}


def test_it_is_known_for_how_long_answers_stay(store: Store, keys: VisitorKeys, clock: Clock) -> None:
    clock.wait(30)
    assert store.seconds_left(keys) == 70
    for _ in range(2):
        store.load(keys)
        clock.wait(90)
    store.load(keys)
    assert store.seconds_left(keys) == 40, "210 of 250 seconds have passed since it began"
    store.delete(keys)
    assert store.seconds_left(keys) is None


@pytest.mark.parametrize("write", ["advance", "replace"])
def test_a_write_from_an_older_step_is_refused(store: Store, keys: VisitorKeys, write: str) -> None:
    store.advance(keys, 1, Saved({"name": "two"}))
    with pytest.raises(StepMoved):
        getattr(store, write)(keys, 1, Saved({"name": "late"}))
    assert store.load(keys)[1].variables == {"name": "two"}


def test_of_many_writes_at_once_one_wins(store: Store, keys: VisitorKeys) -> None:
    done: list[str] = []

    def write(name: str) -> None:
        try:
            store.advance(keys, 1, Saved({"name": name}))
            done.append(name)
        except StepMoved:
            pass

    threads = [threading.Thread(target=write, args=(f"t{number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    assert store.load(keys) == (2, Saved({"name": done[0]}))


@pytest.mark.parametrize(
    ("moments", "is_there"),
    [((99,), True), ((100,), False), ((90, 90), True), ((90, 90, 69), True), ((90, 90, 70), False)],
)
def test_idle_and_absolute_limits(
    store: Store, keys: VisitorKeys, clock: Clock, moments: tuple[int, ...], is_there: bool
) -> None:
    for seconds in moments[:-1]:
        clock.wait(seconds)
        store.load(keys)
    clock.wait(moments[-1])
    assert store.has(keys) is is_there
    if not is_there:
        with pytest.raises(SessionGone):
            store.load(keys)
        with pytest.raises(SessionGone):
            store.replace(keys, 1, Saved({}))


def test_a_sweep_takes_the_expired_and_leaves_the_rest(store: Store, keys: VisitorKeys, clock: Clock) -> None:
    clock.wait(60)
    young = store.visitor(new_cookie())
    store.begin(young, Saved({}))
    clock.wait(60)
    assert store.sweep() == 1
    assert store.has(young)
    assert steps_in(store) == [1]


def test_what_expired_while_the_server_was_off_goes_with_the_first_sweep(
    store: Store, keys: VisitorKeys, clock: Clock
) -> None:
    clock.wait(1000)
    after = again(store, clock)
    assert not after.has(keys)
    assert after.sweep() == 1
    assert steps_in(after) == []


# A clock that jumps


def test_a_clock_that_jumps_ends_no_session_and_keeps_none(
    store: Store, keys: VisitorKeys, clock: Clock
) -> None:
    for jump in (3 * 3600, -3 * 3600, -30 * 86_400, 400 * 86_400):
        clock.wall += jump
        assert store.sweep() == 0
        assert store.load(keys)[1].variables == {"name": "Canary-77"}
    clock.wall -= 10 * 86_400
    clock.wait(100)
    assert not store.has(keys)
    assert store.sweep() == 1


def again(store: Store, clock: Clock, *, idle: int = 100, absolute: int = 250) -> Store:
    """A server that starts on the same folder."""
    return Store(store.folder, idle, absolute, clock.clocks)


def test_a_session_goes_on_over_a_restart_and_a_reboot(store: Store, keys: VisitorKeys, clock: Clock) -> None:
    clock.wait(60)
    assert again(store, clock).load(keys)[0] == 1
    clock.reboot(60)
    after = again(store, clock)
    assert after.load(keys)[0] == 1
    clock.wait(90)
    assert after.load(keys)[0] == 1
    clock.wait(40)
    assert not after.has(keys), "210 seconds since it began, and 40 more"


def test_a_clock_that_is_ahead_after_a_reboot_hides_a_session_and_deletes_none(
    store: Store, keys: VisitorKeys, clock: Clock
) -> None:
    clock.reboot(30 + 3 * 3600)
    after = again(store, clock)
    with pytest.raises(SessionInDoubt):
        after.load(keys)
    assert after.sweep() == 0
    clock.wall -= 3 * 3600
    assert after.load(keys)[1].variables == {"name": "Canary-77"}


def test_what_the_clock_says_after_a_reboot_counts_once_it_has_gone_on_evenly(
    store: Store, keys: VisitorKeys, clock: Clock
) -> None:
    clock.reboot(10_000)
    after = again(store, clock, idle=7200, absolute=86_400)
    clock.wait(500)
    clock.wall += 3600
    assert after.sweep() == 0
    clock.wait(599)
    assert after.sweep() == 0
    clock.wait(1)
    assert after.sweep() == 1
    with pytest.raises(SessionGone):
        after.load(keys)


def test_a_session_of_days_to_come_lives_no_longer_than_any_other(
    store: Store, keys: VisitorKeys, clock: Clock
) -> None:
    clock.wall += 400 * 86_400
    store.load(keys)
    clock.reboot(-400 * 86_400)
    after = again(store, clock)
    assert after.has(keys)
    clock.wait(100)
    assert not after.has(keys)
    assert after.sweep() == 1


def test_this_computers_clocks_go_on() -> None:
    clocks = clocks_of_this_computer()
    first = clocks.passed()
    assert clocks.boot == clocks_of_this_computer().boot
    assert 0 <= clocks.passed() - first < 60
    assert clocks.wall() > 1_700_000_000


# A store that is damaged


@pytest.mark.parametrize(
    "content", [b"not a database at all" * 500, b"SQLite format 3\0" + b"\xff" * 4096, b""]
)
def test_a_damaged_file_is_deleted_and_begun_anew(
    store: Store, keys: VisitorKeys, clock: Clock, content: bytes
) -> None:
    store.close()
    for ending in ("-wal", "-shm"):
        store.path.with_name(store.path.name + ending).unlink(missing_ok=True)
    store.path.write_bytes(content)
    after = again(store, clock)
    assert not after.has(keys)
    after.begin(keys, Saved({"name": "new"}))
    assert after.load(keys)[1].variables == {"name": "new"}


def test_a_file_of_an_earlier_version_is_begun_anew(tmp_path: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(tmp_path / "sessions.sqlite3")) as database, database:
        database.execute("create table visits (row_id text primary key, begun real, seen real)")
        database.execute("insert into visits values ('x', 1, 1)")
    assert Store(tmp_path, 100, 250, clock.clocks).sweep() == 0


def test_delete_leaves_nothing(store: Store, keys: VisitorKeys) -> None:
    store.advance(keys, 1, Saved({"name": "two"}))
    store.delete(keys)
    assert steps_in(store) == []
    with pytest.raises(SessionGone):
        store.load(keys)


def test_nothing_readable_is_on_disk(store: Store, keys: VisitorKeys) -> None:
    on_disk = b"".join(file.read_bytes() for file in store.folder.iterdir() if file.is_file())
    assert b"Canary-77" not in on_disk
    assert len(on_disk) > 1000


def test_a_stolen_database_cannot_be_read_without_the_cookie(store: Store, keys: VisitorKeys) -> None:
    stranger = store.visitor(new_cookie())
    impostor = VisitorKeys(keys.row_id, stranger.cipher, stranger.signing)
    with pytest.raises(SessionGone):
        store.load(impostor)


def test_a_cookie_without_the_servers_secret_opens_nothing(tmp_path: Path, clock: Clock) -> None:
    cookie = new_cookie()
    one, other = Store(tmp_path / "a", 100, 250, clock.clocks), Store(tmp_path / "b", 100, 250, clock.clocks)
    assert one.visitor(cookie).row_id != other.visitor(cookie).row_id


def test_a_row_moved_to_another_step_or_visitor_is_refused(store: Store, keys: VisitorKeys) -> None:
    store.advance(keys, 1, Saved({"name": "two"}))
    with closing(sqlite3.connect(store.path)) as database, database:
        database.execute("update steps set sealed = (select sealed from steps where step = 1) where step = 2")
    with pytest.raises(SessionGone):
        store.load(keys)


class Renamed:
    """A class that the next version does not have."""


def test_answers_stored_by_another_version_are_gone_and_not_a_fault(
    store: Store, keys: VisitorKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.advance(keys, 1, Saved({"held": Renamed()}))
    monkeypatch.delitem(globals(), "Renamed")
    with pytest.raises(SessionGone):
        store.load(keys)


def owner_only(path: Path) -> bool:
    """True when nobody but the owner can do anything with `path`."""
    return not stat.S_IMODE(path.stat().st_mode) & 0o077


def test_folder_and_files_are_the_owners_only(store: Store, keys: VisitorKeys) -> None:
    assert owner_only(store.folder)
    assert stat.S_IMODE((store.folder / "secret").stat().st_mode) == 0o600
    assert all(owner_only(file) for file in store.folder.iterdir())


def test_a_folder_left_open_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir(mode=0o755)
    Store(folder, 100, 250)
    assert owner_only(folder)


@pytest.mark.parametrize("left", [b"", b"short", b"x" * 33])
def test_a_damaged_secret_is_made_anew(store: Store, keys: VisitorKeys, clock: Clock, left: bytes) -> None:
    secret = store.folder / "secret"
    secret.write_bytes(left)
    after = again(store, clock)
    assert after.secret == secret.read_bytes() != left
    assert len(after.secret) == 32
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert sorted(file.name for file in store.folder.iterdir())[0] == "secret"


def test_a_secret_that_another_server_made_meanwhile_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"

    def late(_beside: Path, path: Path) -> None:
        path.write_bytes(b"o" * 32)
        raise FileExistsError

    monkeypatch.setattr("challenge_letters.web.keys.os.link", late)
    assert server_secret(tmp_path) == b"o" * 32
    assert list(tmp_path.iterdir()) == [secret]


def test_a_folder_of_everybody_stays_open(tmp_path: Path) -> None:
    everybodys = tmp_path / "tmp"
    everybodys.mkdir()
    everybodys.chmod(0o1777)
    with pytest.raises(StoreShut, match=r"Everybody uses this folder.* name another folder"):
        Store(everybodys, 100, 250).open()
    assert stat.S_IMODE(everybodys.stat().st_mode) == 0o1777


@pytest.mark.parametrize("cookie", ["", "x", "é" * 43, "A" * 42, "A" * 44, "../" * 15, "=" * 43])
def test_what_is_no_cookie_of_ours(store: Store, cookie: str) -> None:
    with pytest.raises(SessionGone):
        store.visitor(cookie)


@pytest.mark.parametrize(
    ("purpose", "text"), [("csrf", "1.action"), ("action", "2.action"), ("action", "1.other")]
)
def test_a_signature_is_for_one_purpose_and_text(keys: VisitorKeys, purpose: str, text: str) -> None:
    signature = keys.sign("action", "1.action")
    assert keys.has_signed("action", "1.action", signature)
    assert not keys.has_signed(purpose, text, signature)
