"""The template tags, by kind; `templatetags/ui.py` gathers them."""
