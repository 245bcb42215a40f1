"""Relationships, parental responsibility, orders and agencies: the words."""

from django.db.models import TextChoices


class RelationshipKind(TextChoices):
    """Who the other person is to the child."""

    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    POSSIBLE_FATHER = "possible_father", "Possible father"
    PARENT = "parent", "Parent"
    STEP_PARENT = "step_parent", "Step-parent"
    PARTNER_OF_PARENT = "partner_of_parent", "Partner of a parent"
    FORMER_PARTNER_OF_PARENT = "former_partner", "Former partner of a parent"
    BROTHER_OR_SISTER = "sibling", "Brother or sister"
    HALF_SIBLING = "half_sibling", "Half brother or half sister"
    STEP_SIBLING = "step_sibling", "Step-brother or step-sister"
    GRANDPARENT = "grandparent", "Grandparent"
    AUNT_OR_UNCLE = "aunt_or_uncle", "Aunt or uncle"
    COUSIN = "cousin", "Cousin"
    CHILD = "child", "Their child"
    PARTNER = "partner", "Partner"
    CARER = "carer", "Carer"
    FAMILY_FRIEND = "family_friend", "Friend of the family"
    OTHER_RELATIVE = "other_relative", "Another relative"
    OTHER = "other", "Somebody else who matters"


OPPOSITE = {
    RelationshipKind.MOTHER: RelationshipKind.CHILD,
    RelationshipKind.FATHER: RelationshipKind.CHILD,
    RelationshipKind.PARENT: RelationshipKind.CHILD,
    RelationshipKind.CHILD: RelationshipKind.PARENT,
    RelationshipKind.BROTHER_OR_SISTER: RelationshipKind.BROTHER_OR_SISTER,
    RelationshipKind.HALF_SIBLING: RelationshipKind.HALF_SIBLING,
    RelationshipKind.STEP_SIBLING: RelationshipKind.STEP_SIBLING,
    RelationshipKind.COUSIN: RelationshipKind.COUSIN,
    RelationshipKind.PARTNER: RelationshipKind.PARTNER,
}
FROM_THE_OTHER_SIDE = {
    RelationshipKind.POSSIBLE_FATHER: "May be their child",
    RelationshipKind.STEP_PARENT: "Their stepchild",
    RelationshipKind.PARTNER_OF_PARENT: "Child of their partner",
    RelationshipKind.FORMER_PARTNER_OF_PARENT: "Child of their former partner",
    RelationshipKind.GRANDPARENT: "Their grandchild",
    RelationshipKind.AUNT_OR_UNCLE: "Their niece or nephew",
    RelationshipKind.CARER: "A child they care for",
}
PARENTS = (RelationshipKind.MOTHER, RelationshipKind.FATHER, RelationshipKind.PARENT)


def seen_from_the_other_side(kind: str) -> str:
    """What the first person is to the second, in words."""
    known = RelationshipKind(kind)
    opposite = OPPOSITE.get(known)
    return str(opposite.label) if opposite else FROM_THE_OTHER_SIDE.get(known, str(known.label))


class HowOften(TextChoices):
    """How much of the time somebody lives with the child."""

    ALWAYS = "always", "All the time"
    PART = "part", "Part of the time"
    STAYS = "stays", "Stays over sometimes"


class HowHeld(TextChoices):
    """How somebody came to have parental responsibility (Children Act 1989, sections 2 to 4A, 12, 33, 44)."""

    MOTHER = "mother", "Mother, by giving birth"
    MARRIED = "married", "Married to, or in a civil partnership with, the mother"
    CERTIFICATE = "certificate", "Named on the birth certificate"
    AGREEMENT = "agreement", "Parental responsibility agreement"
    ORDER = "order", "Parental responsibility order"
    CHILD_ARRANGEMENTS = "child_arrangements", "Child arrangements order"
    SPECIAL_GUARDIAN = "special_guardian", "Special guardianship order"
    ADOPTION = "adoption", "Adoption order, or placed for adoption"
    CARE_ORDER = "care_order", "Care order or interim care order: the authority"
    EMERGENCY = "emergency", "Emergency protection order: the authority"
    GUARDIAN = "guardian", "Appointed guardian"
    PARENTAL_ORDER = "parental_order", "Parental order after surrogacy"
    NOT_KNOWN = "not_known", "Not known yet"


class Evidence(TextChoices):
    """How we know who has parental responsibility."""

    DOCUMENT = "document", "We have seen the document"
    TOLD = "told", "We were told; no document seen"
    NOT_FOUND = "not_found", "We tried to find out and could not"
    NOT_ASKED = "not_asked", "Not asked yet"


class OrderKind(TextChoices):
    """Kinds of court order and of conditions that bear on who may do what."""

    EMERGENCY_PROTECTION = "emergency_protection", "Emergency protection order"
    INTERIM_CARE = "interim_care", "Interim care order"
    CARE = "care", "Care order"
    INTERIM_SUPERVISION = "interim_supervision", "Interim supervision order"
    SUPERVISION = "supervision", "Supervision order"
    CHILD_ARRANGEMENTS = "child_arrangements", "Child arrangements order"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "Special guardianship order"
    PROHIBITED_STEPS = "prohibited_steps", "Prohibited steps order"
    SPECIFIC_ISSUE = "specific_issue", "Specific issue order"
    NON_MOLESTATION = "non_molestation", "Non-molestation order"
    OCCUPATION = "occupation", "Occupation order"
    RESTRAINING = "restraining", "Restraining order"
    BAIL = "bail", "Bail conditions"
    FORCED_MARRIAGE = "forced_marriage", "Forced marriage protection order"
    FGM = "fgm", "Female genital mutilation protection order"
    SEXUAL_HARM = "sexual_harm", "Sexual harm prevention order"
    OTHER = "other", "Another order"


class Ground(TextChoices):
    """Why somebody must not have contact."""

    COURT_ORDER = "court_order", "Court order"
    BAIL = "bail", "Bail conditions"
    POLICE = "police", "Police asked for it"
    CHILD = "child", "The child does not want it"
    DECISION = "decision", "Decision of children's services"
    OTHER = "other", "Another reason"


class AgencyKind(TextChoices):
    """Kinds of organisation."""

    SCHOOL = "school", "School or college"
    EARLY_YEARS = "early_years", "Nursery or childminder"
    GP = "gp", "GP practice"
    HEALTH_VISITING = "health_visiting", "Health visiting or school nursing"
    HOSPITAL = "hospital", "Hospital or midwifery"
    MENTAL_HEALTH = "mental_health", "Mental health service"
    POLICE = "police", "Police"
    PROBATION = "probation", "Probation"
    HOUSING = "housing", "Housing"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse service"
    DRUGS_AND_ALCOHOL = "drugs_and_alcohol", "Drugs and alcohol service"
    ADULT_CARE = "adult_care", "Adult social care"
    YOUTH_JUSTICE = "youth_justice", "Youth justice service"
    COURT = "court", "Court or Cafcass"
    VOLUNTARY = "voluntary", "Charity or community group"
    OTHER = "other", "Another organisation"
