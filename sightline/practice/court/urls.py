"""The ways to the pages of legal gateway, pre-proceedings and court."""

from django.urls import path

from sightline.practice.court import views

app_name = "court"
CHILD = "children/<child:child_id>/"
urlpatterns = [
    path(CHILD, views.overview, name="overview"),
    path(f"{CHILD}gateway/ask/", views.ask_gateway, name="ask_gateway"),
    path(f"{CHILD}gateway/record/", views.gateway, name="gateway"),
    path(f"{CHILD}family/record/", views.family, name="family"),
    path(f"{CHILD}pre-proceedings/begin/", views.begin_pre_proceedings, name="begin_pre_proceedings"),
    path(f"{CHILD}pre-proceedings/letter/", views.letter, name="letter"),
    path(f"{CHILD}pre-proceedings/meetings/record/", views.meeting, name="meeting"),
    path(f"{CHILD}pre-proceedings/end/", views.end_pre_proceedings, name="end_pre_proceedings"),
    path(f"{CHILD}proceedings/issue/", views.issue, name="issue"),
    path(f"{CHILD}proceedings/hearings/record/", views.hearing, name="hearing"),
    path(f"{CHILD}proceedings/extend/", views.extension, name="extension"),
    path(f"{CHILD}proceedings/end/", views.end_proceedings, name="end_proceedings"),
    path(f"{CHILD}orders/record/", views.order, name="order"),
    path(f"{CHILD}orders/end/", views.end_order, name="end_order"),
]
