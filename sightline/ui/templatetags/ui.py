"""Every tag of the interface, for `{% load ui %}`: components, forms and words."""

from django import template

from sightline.ui.tags import design_system, pieces, words

register = template.Library()
for tags in (design_system, words, pieces):
    tags.join(register)
