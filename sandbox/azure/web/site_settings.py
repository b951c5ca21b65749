"""The configuration of an app (`config/web`) and its app settings (`config/appsettings`), which only a POST shows.

Sources: learn.microsoft.com/azure/templates/microsoft.web/sites/config-web and …/config-appsettings.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope
from sandbox.azure.constraint import Condition
from sandbox.azure.property import Access, Kind
from sandbox.azure.resource_type import Action, ResourceType
from sandbox.azure.shorthand import mapping, record, reported, text
from sandbox.azure.view import Resource
from sandbox.azure.web import flex_settings as flex
from sandbox.azure.web.auth_settings import CONFIG
from sandbox.azure.web.documents import API_VERSIONS
from sandbox.azure.web.publishing_policy import location_of_site
from sandbox.azure.web.site_config import SITE_CONFIG
from sandbox.azure.web.site_defaults import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.view import View

WEB = "web"
SETTINGS = "appsettings"
_WRITE_ONLY = [name for name, described in SITE_CONFIG.items() if described.access is Access.WRITE_ONLY]


def add_settings(site: Proposal) -> None:
    """Make the configuration that comes with a new app, and its app settings, of which there are none."""
    for name, properties in ((WEB, dict(DEFAULTS)), (SETTINGS, {})):
        site.view.put(
            Resource(
                id=site.id.child("config", name),
                type=CONFIG,
                api_version=API_VERSIONS[-1],
                body={"properties": properties},
                private={"settings": {}},
                created_at=site.now,
                updated_at=site.now,
            )
        )


def apply_config(site: ResourceId, given: Mapping[str, Any], view: View) -> None:
    """Bring the configuration of an app to what a request says of it; app settings are replaced as a whole."""
    visible = {name: value for name, value in given.items() if name not in _WRITE_ONLY}
    found = view.find(site.child("config", WEB))
    if found and visible:
        view.put(replace(found, body={"properties": {**found.properties, **visible}}, updated_at=view.now))
    if "appSettings" in given:
        pairs = {each["name"]: each.get("value", "") for each in given["appSettings"]}
        _keep_settings(site, pairs, view)


def _keep_settings(site: ResourceId, settings: Mapping[str, str], view: View) -> None:
    found = view.find(site.child("config", SETTINGS))
    if found:
        view.put(replace(found, private={"settings": dict(settings)}, updated_at=view.now))


def config_of(site: ResourceId, view: View) -> Mapping[str, Any]:
    """The configuration of an app."""
    found = view.find(site.child("config", WEB))
    return found.properties if found else {}


def settings_of(site: ResourceId, view: View) -> Mapping[str, str]:
    """The app settings of an app."""
    found = view.find(site.child("config", SETTINGS))
    return found.private["settings"] if found else {}


def _apply(proposal: Proposal) -> None:
    apply_config(proposal.id.ancestor(1), {"appSettings": proposal.given_properties.get("appSettings")}, proposal.view)


def _take_settings(proposal: Proposal) -> None:
    if "appSettings" in proposal.given_properties:
        _apply(proposal)


def _store(proposal: Proposal) -> None:
    proposal.private["settings"] = dict(proposal.given.get("properties", {}))


def _list(settings: Resource, _body: Mapping[str, Any], view: View) -> dict[str, Any]:
    return {
        "id": settings.id.text,
        "name": settings.id.name,
        "type": CONFIG,
        "location": location_of_site(settings, view),
        "properties": dict(settings.private["settings"]),
    }


_LOCATION = reported(Kind.STRING, location_of_site)
_KIND = text(access=Access.IGNORED)
WEB_CONFIG = ResourceType(
    name=CONFIG,
    named=WEB,
    answers_as=CONFIG,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH"}),
    body={
        **envelope.ENVELOPE,
        "kind": _KIND,
        "location": _LOCATION,
        "properties": record(SITE_CONFIG, default={}),
    },
    conditions=(
        Condition(rule=flex.SITE_CONFIG, holds=flex.config_is_valid, fields=flex.config_facts),
        Condition(rule=flex.APP_SETTING, holds=flex.settings_are_valid, fields=flex.setting_facts),
    ),
    written=_take_settings,
)
APP_SETTINGS = ResourceType(
    name=CONFIG,
    named=SETTINGS,
    answers_as=CONFIG,
    api_versions=API_VERSIONS,
    methods=frozenset({"PUT"}),
    body={
        **envelope.ENVELOPE,
        "kind": _KIND,
        "location": _LOCATION,
        "properties": mapping(text(), access=Access.WRITE_ONLY),
    },
    conditions=(Condition(rule=flex.APP_SETTING, holds=flex.settings_are_valid, fields=flex.setting_facts),),
    prepare=_store,
    actions={"list": Action(run=_list)},
)
