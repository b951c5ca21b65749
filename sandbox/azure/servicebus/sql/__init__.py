"""The language of SQL filters and SQL actions, as far as the service checks it when a rule is written.

Sources: learn.microsoft.com/azure/service-bus-messaging/service-bus-messaging-sql-filter and
…/service-bus-messaging-sql-rule-action.
"""
