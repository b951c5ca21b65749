"""What a messaging backbone on Azure Service Bus is: settings, names, addresses, limits. Pure; knows no Pulumi."""

from backbone.settings import Settings, SettingsError

__all__ = ["Settings", "SettingsError"]
