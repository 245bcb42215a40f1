"""A load of a few browsers that ask again and again."""

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Measured:
    """Requests a second, milliseconds of the median and of the slowest twentieth, and how many there were."""

    a_second: float
    median: float
    slow: float
    answers: int


def ask(port: int, address: str, cookie: str = "", *, browsers: int = 8, seconds: float = 8) -> Measured:
    """Ask for a page over kept connections for so long; every answer must be 200."""
    began = time.perf_counter()
    with ThreadPoolExecutor(browsers) as pool:
        asked = [pool.submit(browse, port, address, cookie, began + seconds) for _ in range(browsers)]
        times = [each for browser in asked for each in browser.result()]
    rate = len(times) / (time.perf_counter() - began)
    return Measured(rate, median(times) * 1000, quantiles(times, n=20)[-1] * 1000, len(times))


def browse(port: int, address: str, cookie: str, until: float) -> list[float]:
    """The seconds that each answer took."""
    times: list[float] = []
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        while (began := time.perf_counter()) < until:
            connection.request("GET", address, headers={"Cookie": cookie} if cookie else {})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{address} answered {answer.status}")
            times.append(time.perf_counter() - began)
    return times
