"""Microsoft.Web: plans, web and function apps, and the settings of apps."""

from __future__ import annotations

from sandbox.azure.web.auth_settings import AUTH_SETTINGS
from sandbox.azure.web.plan import PLAN
from sandbox.azure.web.publishing_policy import PUBLISHING_POLICY
from sandbox.azure.web.site import SITE
from sandbox.azure.web.site_settings import APP_SETTINGS, WEB_CONFIG

TYPES = (PLAN, SITE, PUBLISHING_POLICY, WEB_CONFIG, APP_SETTINGS, AUTH_SETTINGS)
"""The resource types of this provider that are simulated."""

__all__ = ["TYPES"]
