"""Gunicorn's settings, the same for the demonstration and for production. See docs/how-to/production.md."""

import os
from pathlib import Path

from sightline.config.logging import logging_settings

worker_class = "gthread"
workers = int(os.environ.get("SIGHTLINE_WEB_PROCESSES", "2"))
threads = int(os.environ.get("SIGHTLINE_WEB_THREADS", "4"))
max_requests = 10_000  # a process is replaced after this many, so that a slow leak never matters
max_requests_jitter = 1_000
timeout = 60  # seconds a process may stay silent
graceful_timeout = 20  # seconds for requests under way when a process is told to stop
keepalive = 15
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # the heartbeat must not wait for a disk
control_socket_disable = True
accesslog = None  # the application writes a line a request, without addresses that people typed
logconfig_dict = logging_settings(os.environ.get("SIGHTLINE_LOG_LEVEL", "INFO"))
forwarded_allow_ips = os.environ.get("SIGHTLINE_PROXIES", "127.0.0.1")
limit_request_line = 4094
