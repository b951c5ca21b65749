"""Who may call an app: the authentication settings, version 2.

Source: learn.microsoft.com/azure/templates/microsoft.web/sites/config-authsettingsv2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import answer, envelope
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_type import Action, ResourceType
from sandbox.azure.shorthand import flag, listing, mapping, record, reported, text, texts
from sandbox.azure.view import Resource
from sandbox.azure.web.documents import API_VERSIONS
from sandbox.azure.web.publishing_policy import location_of_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import View

CONFIG = "Microsoft.Web/sites/config"
NAME = "authsettingsV2"


def _list(settings: Resource, _body: Mapping[str, Any], view: View) -> dict[str, Any]:
    return answer.render(settings, AUTH_SETTINGS, view)


def add_auth_settings(site: Proposal) -> None:
    """Make the settings that come with a new app: nobody is asked who he is."""
    site.view.put(
        Resource(
            id=site.id.child("config", NAME),
            type=CONFIG,
            api_version=API_VERSIONS[-1],
            body={"properties": {}},
            created_at=site.now,
            updated_at=site.now,
        )
    )


_TEXTS = listing(text())
_SCOPES = record({"scopes": _TEXTS})
_REGISTRATION = record(texts(("clientId", "clientSecretSettingName")))
_SIMPLE = {"enabled": flag(), "registration": _REGISTRATION}
_ENTRA = record(
    {
        "enabled": flag(),
        "isAutoProvisioned": flag(),
        "login": record({"disableWWWAuthenticate": flag(), "loginParameters": _TEXTS}),
        "registration": record(
            texts(
                (
                    "clientId",
                    "clientSecretSettingName",
                    "clientSecretCertificateIssuer",
                    "clientSecretCertificateSubjectAlternativeName",
                    "clientSecretCertificateThumbprint",
                    "openIdIssuer",
                )
            )
        ),
        "validation": record(
            {
                "allowedAudiences": _TEXTS,
                "defaultAuthorizationPolicy": record(
                    {
                        "allowedApplications": _TEXTS,
                        "allowedPrincipals": record({"groups": _TEXTS, "identities": _TEXTS}),
                    }
                ),
                "jwtClaimChecks": record({"allowedClientApplications": _TEXTS, "allowedGroups": _TEXTS}),
            }
        ),
    }
)
_OPEN_ID = record(
    {
        "enabled": flag(),
        "login": record({"nameClaimType": text(), "scopes": _TEXTS}),
        "registration": record(
            {
                "clientId": text(),
                "clientCredential": record({"clientSecretSettingName": text(), "method": text("ClientSecretPost")}),
                "openIdConnectConfiguration": record(
                    texts(
                        (
                            "authorizationEndpoint",
                            "certificationUri",
                            "issuer",
                            "tokenEndpoint",
                            "wellKnownOpenIdConfiguration",
                        )
                    )
                ),
            }
        ),
    }
)
_PROVIDERS = record(
    {
        "apple": record({**_SIMPLE, "login": _SCOPES}),
        "azureActiveDirectory": _ENTRA,
        "azureStaticWebApps": record({"enabled": flag(), "registration": record(texts(("clientId",)))}),
        "customOpenIdConnectProviders": mapping(_OPEN_ID),
        "facebook": record(
            {
                "enabled": flag(),
                "graphApiVersion": text(),
                "login": _SCOPES,
                "registration": record(texts(("appId", "appSecretSettingName"))),
            }
        ),
        "gitHub": record({**_SIMPLE, "login": _SCOPES}),
        "google": record({**_SIMPLE, "login": _SCOPES, "validation": record({"allowedAudiences": _TEXTS})}),
        "legacyMicrosoftAccount": record(
            {
                **_SIMPLE,
                "login": _SCOPES,
                "validation": record({"allowedAudiences": _TEXTS}),
            }
        ),
        "twitter": record(
            {
                "enabled": flag(),
                "registration": record(texts(("consumerKey", "consumerSecretSettingName"))),
            }
        ),
    }
)
_LOGIN = record(
    {
        "allowedExternalRedirectUrls": _TEXTS,
        "cookieExpiration": record(
            {
                "convention": text("FixedTime", "IdentityProviderDerived"),
                "timeToExpiration": text(),
            }
        ),
        "nonce": record({"nonceExpirationInterval": text(), "validateNonce": flag()}),
        "preserveUrlFragmentsForLogins": flag(),
        "routes": record({"logoutEndpoint": text()}),
        "tokenStore": record(
            {
                "enabled": flag(),
                "azureBlobStorage": record({"sasUrlSettingName": text()}),
                "fileSystem": record({"directory": text()}),
                "tokenRefreshExtensionHours": Property(kind=Kind.NUMBER),
            }
        ),
    }
)
AUTH_SETTINGS = ResourceType(
    name=CONFIG,
    named=NAME,
    answers_as=CONFIG,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT"}),
    body={
        **envelope.ENVELOPE,
        "kind": text(access=Access.IGNORED),
        "location": reported(Kind.STRING, location_of_site),
        "properties": record(
            {
                "platform": record(
                    {"configFilePath": text(), "enabled": flag(default=False), "runtimeVersion": text(default="~1")},
                    default={},
                ),
                "globalValidation": record(
                    {
                        "excludedPaths": _TEXTS,
                        "redirectToProvider": text(),
                        "requireAuthentication": flag(),
                        "unauthenticatedClientAction": text(
                            "RedirectToLoginPage", "AllowAnonymous", "Return401", "Return403"
                        ),
                    }
                ),
                "identityProviders": _PROVIDERS,
                "login": _LOGIN,
                "httpSettings": record(
                    {
                        "forwardProxy": record(
                            {
                                "convention": text("NoProxy", "Standard", "Custom"),
                                "customHostHeaderName": text(),
                                "customProtoHeaderName": text(),
                            }
                        ),
                        "requireHttps": flag(),
                        "routes": record({"apiPrefix": text()}),
                    }
                ),
            },
            default={},
        ),
    },
    actions={"list": Action(run=_list)},
)
