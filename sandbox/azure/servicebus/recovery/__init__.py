"""Geo-disaster recovery: an alias, and the pair of namespaces that it stands for.

Source: learn.microsoft.com/azure/service-bus-messaging/service-bus-geo-dr.
"""
