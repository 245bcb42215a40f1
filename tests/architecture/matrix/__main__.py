"""`python -m tests.architecture.matrix`: every route for every role in every state; prints cells a second."""

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("SIGHTLINE_MATRIX", "whole")
sys.exit(pytest.main(["-q", str(Path(__file__).parent / "test_matrix.py"), *sys.argv[1:]]))
