"""Quotas and ranges of Azure Service Bus and its neighbours, each with its source.

Sources, all under learn.microsoft.com/azure: [quotas] service-bus-messaging/service-bus-quotas, [premium]
service-bus-messaging/service-bus-premium-messaging, [partitions]
service-bus-messaging/enable-partitions-premium, [errors]
service-bus-messaging/service-bus-resource-manager-exceptions, [rest] the Resource Manager schema
Microsoft.ServiceBus 2026-01-01, [sdk] Azure.Messaging.ServiceBus.Administration.
"""

NAMESPACES_PER_REGION = 1_000
"""Namespaces of a subscription in one region, of all tiers together [quotas]."""

ROLE_ASSIGNMENTS_PER_SUBSCRIPTION = 4_000
"""Role assignments at and below a subscription, which cannot be raised
(role-based-access-control/troubleshoot-limits)."""

RESERVED_SUBNET_ADDRESSES = 5
"""Addresses of a subnet that Azure keeps to itself (virtual-network/virtual-networks-faq)."""

ENVIRONMENT_VARIABLE_BYTES = 131_072
"""Bytes of one environment variable on Linux, its name and its end included (execve(2), MAX_ARG_STRLEN)."""

ENTITIES_PER_STANDARD_NAMESPACE = 10_000
"""Queues and topics together [quotas]."""

ENTITIES_PER_MESSAGING_UNIT = 1_000
"""Queues and topics together, per messaging unit of a Premium namespace [quotas]."""

PARTITIONED_ENTITIES_PER_NAMESPACE = 100
"""Partitioned queues and topics of a Standard namespace [quotas]."""

SUBSCRIPTIONS_PER_TOPIC = 2_000
"""Subscriptions of a topic [quotas]."""

SQL_FILTERS_PER_TOPIC = 2_000
"""SQL filters of all subscriptions of a topic [quotas]."""

CORRELATION_FILTERS_PER_TOPIC = 100_000
"""Correlation filters of all subscriptions of a topic [quotas]."""

HOPS = 4
"""Forwards that a message may take; at the next one it is dead-lettered
(service-bus-messaging/service-bus-dead-letter-queues, MaxTransferHopCountExceeded)."""

FIRST_LEVEL_SUBSCRIPTIONS = 20
"""Subscriptions of a topic that leads to further topics in Microsoft's own example of a moderate number
(service-bus-messaging/service-bus-auto-forwarding)."""

NAMESPACE_NAME = range(6, 51)
"""Length of a namespace's name [rest]."""

NAMESPACE_NAME_RESERVED_ENDINGS = ("-sb", "-mgmt")
"""A namespace's name ends in neither
(service-bus-messaging/service-bus-quickstart-portal)."""

VAULT_NAME = range(3, 25)
"""Length of a vault's name (azure-resource-manager/management/resource-name-rules#microsoftkeyvault)."""

STORAGE_ACCOUNT_NAME = range(3, 25)
"""Length of a storage account's name (resource-name-rules#microsoftstorage)."""

FUNCTION_APP_NAME = range(2, 61)
"""Length of a function app's name (resource-name-rules#microsoftweb)."""

IDENTITY_NAME = range(3, 129)
"""Length of a user-assigned identity's name (resource-name-rules#microsoftmanagedidentity)."""

ENTITY_NAME_LENGTH = 260
"""Path of a queue or topic [quotas]."""

SUBSCRIPTION_NAME_LENGTH = 50
"""Name of a subscription or a rule [quotas]."""

MESSAGING_UNITS = (1, 2, 4, 8, 16)
"""Messaging units per partition [premium]."""

PARTITIONS = (1, 2, 4)
"""Partitions of a Premium namespace, fixed at creation [partitions]."""

STANDARD_SIZES_IN_MEGABYTES = (1024, 2048, 3072, 4096, 5120)
"""Sizes of a Standard queue or topic; of each of its 16 partitions where it is partitioned [errors]."""

PREMIUM_SIZES_IN_MEGABYTES = (*STANDARD_SIZES_IN_MEGABYTES, 10240, 20480, 40960, 81920)
"""Sizes of a Premium queue or topic (service-bus-messaging/service-bus-partitioning)."""

LOCK_DURATION = ("PT5S", "PT5M")
"""Shortest and longest message lock [sdk], [rest]."""

MESSAGE_TIME_TO_LIVE = ("PT1S", "P10675199DT2H48M5.4775807S")
"""Shortest and longest default time to live [sdk]."""

AUTO_DELETE_ON_IDLE = ("PT5M", "P10675199DT2H48M5.4775807S")
"""Shortest and longest idle time before an entity deletes itself [rest]."""

DUPLICATE_DETECTION_WINDOW = ("PT20S", "P7D")
"""Shortest and longest memory of the duplicate detection [sdk]."""

STANDARD_MESSAGE_SIZE_IN_KILOBYTES = 256
"""Largest message of a Standard queue or topic, its properties included [quotas]."""

MESSAGE_SIZE_IN_KILOBYTES = range(1024, 102_401)
"""Largest message of a Premium queue or topic: 1 MB, which is the default, to 100 MB [quotas]."""

DELIVERY_COUNT = range(1, 2**31)
"""Deliveries of a message before it is dead-lettered, a 32-bit number [rest]."""

USER_METADATA_LENGTH = 1024
"""Characters of an entity's user metadata [sdk]."""

SQL_EXPRESSION_LENGTH = 1024
"""Characters of a filter's or an action's text [quotas]."""

STATEMENTS_PER_SQL_ACTION = 32
"""Statements of an SQL action [quotas]."""

PROPERTY_NAME_LENGTH = 128
"""Characters of an application property's name that we ask filters for; Azure bounds the header as a whole [quotas]."""

PROPERTY_LENGTH = 32_767
"""Characters of a message's property [quotas]."""

TRANSFER_QUEUES_MINIMUM = 10
"""Default and least number of transfer queues of a paired namespace
(service-bus-messaging/service-bus-paired-namespaces)."""

FAILOVER_INTERVAL = ("PT0S", "PT1H")
"""Range of the failover interval of paired namespaces (SendAvailabilityPairedNamespaceOptions)."""

TAGS_PER_RESOURCE = 50
"""Tags of one resource (azure-resource-manager/management/tag-resources)."""

TAG_NAME_LENGTH = 128
"""Characters of a tag's name where storage accounts are among the resources (tag-resources)."""

TAG_VALUE_LENGTH = 256
"""Characters of a tag's value (tag-resources)."""

EMAIL_RECEIVERS_PER_ACTION_GROUP = 1_000
"""E-mail receivers of one action group (azure-monitor/service-limits)."""

INTEGRATION_SUBNET_PREFIX = 27
"""Least prefix length of a Flex Consumption app's subnet
(azure-functions/flex-consumption-how-to)."""

CREDITS_PER_SECOND = 1_000
"""Credits that a Standard namespace has each second (service-bus-messaging/service-bus-throttling)."""

CONNECTIONS_PER_NAMESPACE = 5_000
"""Concurrent AMQP connections of a namespace of any tier [quotas]."""

MEGABYTES_PER_SECOND_AND_MESSAGING_UNIT = 4
"""What a messaging unit takes in, and gives out, each second in Microsoft's benchmark without sessions, filters and
forwards (service-bus-messaging/service-bus-performance-improvements)."""

STANDARD_PARTITIONS = 16
"""Partitions of a partitioned Standard queue or topic, each of the size that was asked for
(service-bus-messaging/service-bus-partitioning)."""

DEFAULT_SIZE_IN_MEGABYTES = 1024
"""Size of a queue or topic that does not ask for one [rest]."""

STORAGE_PER_STANDARD_NAMESPACE_IN_MEGABYTES = 400 * 1024
"""Messages in all entities of a Standard namespace: 400 GB [quotas]."""

STORAGE_PER_MESSAGING_UNIT_IN_MEGABYTES = 1024 * 1024
"""Messages in all entities of a Premium namespace: 1 TB for each messaging unit [quotas]."""

PLANNED = 1_000_000_000
"""The largest amount and price that `backbone plan` reckons with: beyond any namespace, and far from where sums of
floating-point numbers become infinite."""
