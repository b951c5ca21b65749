"""The configuration of an app: the table that the app itself and its `config/web` share.

Source: learn.microsoft.com/azure/templates/microsoft.web/sites/config-web.
"""

from __future__ import annotations

from sandbox.azure import linked_actions
from sandbox.azure.constraint import between
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.shorthand import flag, listing, mapping, record, text, texts, whole
from sandbox.azure.web import site_choices
from sandbox.azure.web.documents import TEMPLATES, web_rule

PRE_WARMED = web_rule(
    "site-pre-warmed-instances",
    text="Up to 10 instances are kept warm.",
    message="PreWarmedInstanceCount is invalid.  The value {value} must be between 0 and 10.",
    source=f"{TEMPLATES}/sites/config-web",
)
ELASTIC_MINIMUM = web_rule(
    "site-minimum-elastic-instances",
    text="Up to 20 instances are always there.",
    message="MinimumElasticInstanceCount is invalid.  The value {value} must be between 0 and 20.",
    source=f"{TEMPLATES}/sites/config-web",
)

_NUMBER = Property(kind=Kind.NUMBER)
_PAIRS = listing(record(texts(("name", "value"))), access=Access.WRITE_ONLY)
_TLS = text("1.0", "1.1", "1.2", "1.3", default="1.2", keeps=True)
_ACTION = text("Allow", "Deny", keeps=True)
_FLAGS = (
    "alwaysOn",
    "acrUseManagedIdentityCreds",
    "autoHealEnabled",
    "detailedErrorLoggingEnabled",
    "functionsRuntimeScaleMonitoringEnabled",
    "httpLoggingEnabled",
    "localMySqlEnabled",
    "remoteDebuggingEnabled",
    "requestTracingEnabled",
    "scmIpSecurityRestrictionsUseMain",
    "use32BitWorkerProcess",
    "vnetRouteAllEnabled",
    "webSocketsEnabled",
)
_TEXTS = (
    "acrUserManagedIdentityID",
    "appCommandLine",
    "autoSwapSlotName",
    "documentRoot",
    "healthCheckPath",
    "javaContainer",
    "javaContainerVersion",
    "javaVersion",
    "keyVaultReferenceIdentity",
    "linuxFxVersion",
    "minTlsCipherSuite",
    "netFrameworkVersion",
    "nodeVersion",
    "phpVersion",
    "powerShellVersion",
    "publicNetworkAccess",
    "publishingUsername",
    "pythonVersion",
    "remoteDebuggingVersion",
    "requestTracingExpirationTime",
    "scmType",
    "tracingOptions",
    "vnetName",
    "websiteTimeZone",
    "windowsFxVersion",
)
_NUMBERS = (
    "elasticWebAppScaleLimit",
    "functionAppScaleLimit",
    "http20ProxyFlag",
    "logsDirectorySizeLimit",
    "managedServiceIdentityId",
    "numberOfWorkers",
    "vnetPrivatePortsCount",
    "xManagedServiceIdentityId",
)
_RESTRICTION = record(
    {
        **texts(("ipAddress", "subnetMask", "action", "tag", "name", "description")),
        "vnetSubnetResourceId": text(link=linked_actions.JOIN_VIA_SERVICE_ENDPOINT),
        "vnetTrafficTag": whole(),
        "subnetTrafficTag": whole(),
        "priority": whole(),
        "headers": mapping(listing(text())),
    }
)
_TRIGGER = record({"count": whole(), "timeInterval": text()})
_SLOW = record({"timeTaken": text(), "path": text(), "count": whole(), "timeInterval": text()})
_STATUS = record(
    {
        "status": whole(),
        "subStatus": whole(),
        "win32Status": whole(),
        "count": whole(),
        "timeInterval": text(),
        "path": text(),
    }
)
_STATUS_RANGE = record({"statusCodes": text(), "path": text(), "count": whole(), "timeInterval": text()})
_AUTO_HEAL = record(
    {
        "triggers": record(
            {
                "requests": _TRIGGER,
                "privateBytesInKB": whole(),
                "statusCodes": listing(_STATUS),
                "slowRequests": _SLOW,
                "slowRequestsWithPath": listing(_SLOW),
                "statusCodesRange": listing(_STATUS_RANGE),
            }
        ),
        "actions": record(
            {
                "actionType": text("Recycle", "LogEvent", "CustomAction"),
                "customAction": record(texts(("exe", "parameters"))),
                "minProcessExecutionTime": text(),
            }
        ),
    },
    keeps=True,
)
_RAMP_UP = record(
    {
        **texts(("actionHostName", "changeDecisionCallbackUrl", "name")),
        "changeIntervalInMinutes": whole(),
        **dict.fromkeys(("reroutePercentage", "changeStep", "minReroutePercentage", "maxReroutePercentage"), _NUMBER),
    }
)
_VIRTUAL_APPLICATION = record(
    {
        "virtualPath": text(),
        "physicalPath": text(),
        "preloadEnabled": flag(),
        "virtualDirectories": listing(record(texts(("virtualPath", "physicalPath")))),
    }
)
_STORAGE = record(
    {
        "type": text(*site_choices.STORAGE),
        **texts(("accountName", "shareName", "mountPath", "protocol")),
        "accessKey": text(access=Access.WRITE_ONLY),
    }
)
_CONNECTION = record({"name": text(), "connectionString": text(), "type": text(*site_choices.CONNECTIONS)})

SITE_CONFIG: dict[str, Property] = {
    **{name: flag(keeps=True) for name in _FLAGS},
    **{name: text(keeps=True) for name in _TEXTS},
    **{name: whole(keeps=True) for name in _NUMBERS},
    "http20Enabled": flag(keeps=True),
    "minTlsVersion": _TLS,
    "scmMinTlsVersion": _TLS,
    "ftpsState": text("AllAllowed", "FtpsOnly", "Disabled", keeps=True),
    "preWarmedInstanceCount": whole(keeps=True, constraints=(between(PRE_WARMED, 0, 10),)),
    "minimumElasticInstanceCount": whole(keeps=True, constraints=(between(ELASTIC_MINIMUM, 0, 20),)),
    "managedPipelineMode": text("Integrated", "Classic", keeps=True),
    "loadBalancing": text(*site_choices.BALANCING, keeps=True),
    "defaultDocuments": listing(text(), keeps=True),
    "handlerMappings": listing(record(texts(("extension", "scriptProcessor", "arguments"))), keeps=True),
    "virtualApplications": listing(_VIRTUAL_APPLICATION, keeps=True),
    "experiments": record({"rampUpRules": listing(_RAMP_UP)}, keeps=True),
    "limits": record(dict.fromkeys(("maxPercentageCpu", "maxMemoryInMb", "maxDiskSizeInMb"), _NUMBER), keeps=True),
    "autoHealRules": _AUTO_HEAL,
    "cors": record({"allowedOrigins": listing(text()), "supportCredentials": flag()}, keeps=True),
    "push": record(
        {
            "kind": text(),
            "properties": record(
                {
                    "isPushEnabled": flag(required=True),
                    **texts(("tagWhitelistJson", "tagsRequiringAuth", "dynamicTagsJson")),
                }
            ),
        },
        keeps=True,
    ),
    "apiDefinition": record(texts(("url",)), keeps=True),
    "apiManagementConfig": record(texts(("id",)), keeps=True),
    "ipSecurityRestrictions": listing(_RESTRICTION, keeps=True),
    "ipSecurityRestrictionsDefaultAction": _ACTION,
    "scmIpSecurityRestrictions": listing(_RESTRICTION, keeps=True),
    "scmIpSecurityRestrictionsDefaultAction": _ACTION,
    "azureStorageAccounts": mapping(_STORAGE, keeps=True),
    "appSettings": _PAIRS,
    "metadata": _PAIRS,
    "connectionStrings": listing(_CONNECTION, access=Access.WRITE_ONLY),
}
"""Every setting keeps its value until a request names it; names and values of app settings are never shown."""
