from django.apps import AppConfig


class AuditTrailConfig(AppConfig):
    name = "sightline.foundation.audit_trail"
    label = "audit_trail"
