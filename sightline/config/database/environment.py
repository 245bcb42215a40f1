"""Gives a process its database addresses: the ones it was given, else those of the embedded server."""

import os

from sightline.config.database.addresses import ADDRESS_OF_PROCESS, given
from sightline.config.database.cluster import Cluster
from sightline.config.database.launcher import start
from sightline.config.database.roles import ROLE_OF_PROCESS

DATABASE = "sightline"


def addresses_are_given() -> bool:
    """Whether this process was told of a real server."""
    return any(given(variable) for variable in ADDRESS_OF_PROCESS.values())


def addresses_of(cluster: Cluster, database: str = DATABASE) -> dict[str, str]:
    """The variable and the address of each kind of process."""
    return {
        variable: cluster.url(ROLE_OF_PROCESS[process], database) for process, variable in ADDRESS_OF_PROCESS.items()
    }


def ensure_addresses(purpose: str = "demo") -> Cluster | None:
    """Start the embedded server and name its addresses, unless this process was told of a real server."""
    if addresses_are_given():
        return None
    cluster = start(purpose)
    cluster.ensure_database(DATABASE)
    os.environ.update(addresses_of(cluster))
    return cluster
