"""Who may publish to an app with a user name and a password: the policies `ftp` and `scm`, one each per app.

Source: learn.microsoft.com/azure/app-service/configure-basic-auth-disable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import envelope
from sandbox.azure.constraint import one_of
from sandbox.azure.property import Access, Kind
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import flag, record, reported, text
from sandbox.azure.view import Resource
from sandbox.azure.web.documents import API_VERSIONS, web_rule

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import View

POLICIES = "Microsoft.Web/sites/basicPublishingCredentialsPolicies"
NAMES = ("ftp", "scm")

NAME = web_rule(
    "publishing-policy-name",
    text="There are policies for FTP and for the deployment site (scm).",
    status=404,
    code="NotFound",
    message="Cannot find BasicPublishingCredentialsPolicy with name {name}.",
    source="https://learn.microsoft.com/azure/app-service/configure-basic-auth-disable",
)


def location_of_site(child: Resource, view: View) -> str:
    """A setting of an app is where the app is."""
    site = view.find(child.id.ancestor(1))
    return str(site.body["location"]) if site else ""


def add_policies(site: Proposal) -> None:
    """Make the policies that come with a new app: both allow."""
    for name in NAMES:
        site.view.put(
            Resource(
                id=site.id.child("basicPublishingCredentialsPolicies", name),
                type=POLICIES,
                api_version=API_VERSIONS[-1],
                body={"properties": {"allow": True}},
                created_at=site.now,
                updated_at=site.now,
            )
        )


PUBLISHING_POLICY = ResourceType(
    name=POLICIES,
    answers_as=POLICIES,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT"}),
    naming=(one_of(NAME, *NAMES),),
    body={
        **envelope.ENVELOPE,
        "kind": text(access=Access.IGNORED),
        "location": reported(Kind.STRING, location_of_site),
        "properties": record({"allow": flag(required=True)}, required=True),
    },
)
