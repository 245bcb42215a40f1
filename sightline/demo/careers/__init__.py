"""Careers: what happens to made-up children over the years, as dated commands; pure Python, from one seed."""
