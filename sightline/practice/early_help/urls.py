"""The ways to the pages of early help."""

from django.urls import path

from sightline.practice.early_help.views import episodes, handovers, services

app_name = "early_help"
CHILD = "children/<child:child_id>/"
STEP = f"{CHILD}steps/<fact:fact_id>/"
urlpatterns = [
    path("services/", services.services, name="services"),
    path("services/add/", services.add_service, name="add_service"),
    path("services/<fact:fact_id>/", services.service, name="service"),
    path(CHILD, episodes.overview, name="overview"),
    path(f"{CHILD}begin/", episodes.begin, name="begin"),
    path(f"{CHILD}<fact:fact_id>/lead/", episodes.lead, name="lead"),
    path(f"{CHILD}<fact:fact_id>/end/", episodes.end, name="end"),
    path(f"{CHILD}step-up/", handovers.step_up, name="step_up"),
    path(f"{CHILD}step-down/", handovers.step_down, name="step_down"),
    path(STEP, handovers.step, name="step"),
    path(f"{STEP}accept/", handovers.accept, name="accept"),
    path(f"{STEP}send-back/", handovers.send_back, name="send_back"),
    path(f"{STEP}ask-again/", handovers.ask_again, name="ask_again"),
    path(f"{STEP}withdraw/", handovers.withdraw, name="withdraw"),
    path(f"{STEP}their-answer/", handovers.partner_answer, name="partner_answer"),
    path(f"{STEP}first-contact/", handovers.first_contact, name="first_contact"),
]
