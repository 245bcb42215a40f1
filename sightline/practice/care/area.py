"""What care declares to the rest."""

from sightline.foundation.area import Area, Told
from sightline.practice.care import models
from sightline.practice.care.presenters import titles
from sightline.ui.vocabulary import said

AREA = Area(
    name="Care",
    chronology=[
        Told(models.PeriodOfCare, major=True, title=titles.period_title, detail=titles.period_detail),
        Told(models.LegalStatus, major=True, title=titles.status_title),
        Told(models.Home, major=True, title=titles.home_title, detail=titles.home_detail),
        Told(models.HomeArrangement, major=False, title=titles.arrangement_title),
        Told(models.HomeStep, major=False, title=titles.step_title),
        Told(models.CareReview, major=True, title=titles.review_title, detail=titles.review_detail),
        Told(
            models.ReviewingOfficerContact,
            major=False,
            title=titles.officer_title,
            label=lambda: said("What the {reviewing_officer} did"),
        ),
        Told(models.CarePlan, major=True, title=titles.plan_title, detail=titles.plan_detail),
        Told(models.AdoptionDecision, major=True, title=titles.adoption_title, detail=titles.adoption_detail),
        Told(models.AdoptionMatch, major=True, title=titles.match_title),
        Told(models.PermanenceOrder, major=True, title=titles.order_title),
        Told(models.PreviousPermanence, major=False, title=titles.previous_title),
        Told(models.SeparatedChild, major=True, title=titles.separated_title),
        Told(models.DeprivationOfLiberty, major=True, title=titles.liberty_title),
        Told(models.Motherhood, major=False, title=titles.motherhood_title),
        Told(models.Conviction, major=True, title=titles.conviction_title),
    ],
)
