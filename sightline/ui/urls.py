"""Routes of the interface itself; the project's own list wraps these views with who may open them."""

from django.urls import path

from sightline.ui import views

app_name = "ui"
urlpatterns = [
    path("components/", views.gallery, name="gallery"),
    path("brand.css", views.brand, name="brand"),
]
