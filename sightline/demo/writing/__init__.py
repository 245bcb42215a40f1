"""Two ways of writing a career: one command after another through the areas' actions, or all at once as history.

A test proves that both leave the same facts and the same clocks.
"""
