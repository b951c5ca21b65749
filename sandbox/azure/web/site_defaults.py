"""What the configuration of a new app says.

Source: learn.microsoft.com/azure/templates/microsoft.web/sites/config-web.
"""

from __future__ import annotations

from typing import Any

OPEN_TO_ALL: dict[str, Any] = {
    "ipAddress": "Any",
    "action": "Allow",
    "priority": 2**31 - 1,
    "name": "Allow all",
    "description": "Allow all access",
}
DEFAULTS: dict[str, Any] = {
    "numberOfWorkers": 1,
    "requestTracingEnabled": False,
    "remoteDebuggingEnabled": False,
    "httpLoggingEnabled": False,
    "acrUseManagedIdentityCreds": False,
    "logsDirectorySizeLimit": 35,
    "detailedErrorLoggingEnabled": False,
    "scmType": "None",
    "webSocketsEnabled": False,
    "alwaysOn": False,
    "managedPipelineMode": "Integrated",
    "loadBalancing": "LeastRequests",
    "experiments": {"rampUpRules": []},
    "autoHealEnabled": False,
    "vnetName": "",
    "vnetRouteAllEnabled": False,
    "vnetPrivatePortsCount": 0,
    "localMySqlEnabled": False,
    "ipSecurityRestrictions": [OPEN_TO_ALL],
    "scmIpSecurityRestrictions": [OPEN_TO_ALL],
    "scmIpSecurityRestrictionsUseMain": False,
    "http20Enabled": False,
    "minTlsVersion": "1.2",
    "scmMinTlsVersion": "1.2",
    "ftpsState": "FtpsOnly",
    "preWarmedInstanceCount": 0,
    "functionsRuntimeScaleMonitoringEnabled": False,
    "minimumElasticInstanceCount": 0,
}
"""The settings that have a value from the start."""
