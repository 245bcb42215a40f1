"""Who uses the embedded server: the last process to leave it stops it, and none before."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from sightline.config.database.cluster import Cluster

STOP, KEEP = "stop", "keep"  # what the last one does: a server that ran before anybody used it is kept


@contextmanager
def used(cluster: Cluster, while_waiting: Callable[[], None]) -> Iterator[None]:
    """Use the server, which is not stopped meanwhile by others who use it; waits for one who stops it just now."""
    with cluster.data.with_name(f"{cluster.data.name}.users").open("a+") as users:
        if locked(users, fcntl.LOCK_EX):
            note(users, KEEP if cluster.answers() else STOP)
        elif not locked(users, fcntl.LOCK_SH):
            while_waiting()
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield
        finally:
            if locked(users, fcntl.LOCK_EX) and noted(users) == STOP:
                cluster.stop()


def locked(users: IO[str], how: int) -> bool:
    """Whether the lock was to be had at once."""
    try:
        fcntl.flock(users, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def note(users: IO[str], what: str) -> None:
    """Leave word for whoever leaves last."""
    users.truncate(0)
    users.write(what)
    users.flush()


def noted(users: IO[str]) -> str:
    """What the first one left word of."""
    users.seek(0)
    return users.read()
