"""The ways to the pages of agreement, and of what families were told."""

from django.urls import path

from sightline.foundation.agreements import views

app_name = "agreements"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}asked/record/", views.ask, name="ask"),
    path(f"{CHILD}decisions/<fact:fact_id>/told/", views.tell, name="tell"),
]
