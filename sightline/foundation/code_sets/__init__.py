"""The code sets of the national returns and of the shared dataset, as data: each code with the days it may be used."""

from sightline.foundation.code_sets.sets import Code, CodeSet, code_set, names

__all__ = ["Code", "CodeSet", "code_set", "names"]
