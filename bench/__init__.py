"""Measures what the product promises in numbers: `make bench`, or `python -m bench PART...` for some of it.

Everything runs on a PostgreSQL server of its own that gives up no durability, with the demonstration authority in it.
"""
