"""For every rule over several settings: stack files that break it, with the findings, and ones that just keep it."""

from __future__ import annotations

from typing import Any

from tests.backbone import forwarding_cases
from tests.backbone.case import Case, namespace
from tests.backbone.stack import GROUP, PRINCIPAL, SUBSCRIPTION

PORTAL_ROLE = f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{PRINCIPAL}"
EXISTING = f"{GROUP}/Microsoft.ServiceBus/namespaces/their-bus/queues/"
SUBNET = f"{GROUP}/Microsoft.Network/virtualNetworks/hub/subnets"
QUEUE = "backbone:namespace.queues"
PARTITIONED: dict[str, Any] = {"enablePartitioning": True}
SHARED_EXPRESS: dict[str, Any] = {"enableExpress": True, "requiresDuplicateDetection": True}
ORDERS: dict[str, Any] = {"topics": {"orders": {}}}


def _queue(sku: str = "Standard", name: str = "inbox", **keys: Any) -> dict[str, Any]:
    return namespace(sku=sku, queues={name: keys})


def _load(address: str, size: float) -> dict[str, Any]:
    return {"backbone:load": {address: {"messageSizeInKilobytes": size}}}


def _rule(**keys: Any) -> dict[str, Any]:
    return namespace(topics={"orders": {"subscriptions": {"s": {"rules": {"r": keys}}}}})


def _queues(count: int, **keys: Any) -> dict[str, Any]:
    return {f"q{number}": keys for number in range(count)}


def _units(count: int, **keys: Any) -> dict[str, Any]:
    return {f"u{number}": keys for number in range(count)}


def _far(count: int) -> dict[str, Any]:
    return {f"far{number}": {"location": "northeurope"} for number in range(count)}


def _principals(count: int) -> list[str]:
    return [f"00000000-0000-4000-8000-{number:012}" for number in range(count)]


def _private(*targets: str, space: str = "10.40.0.0/24") -> dict[str, Any]:
    """A Premium stack with these private endpoints, whose scale units are Premium unless they say otherwise."""
    network = {"addressSpace": space, "privateEndpoints": list(targets)}
    return {"backbone:namespace": {"sku": "Premium"}, "backbone:network": network}


CASES: dict[str, tuple[Case, ...]] = {
    **forwarding_cases.CASES,
    "a_scale_unit_has_an_alias_of_its_own": (
        Case(
            wrong={"backbone:scaleUnits": {"main": {}}},
            sentence="backbone:scaleUnits.main: expected an alias other than main, which is the default namespace's, "
            'found "main". Choose another alias here or in backbone:namespace.alias.',
            right=({"backbone:scaleUnits": {"main2": {}}},),
        ),
    ),
    "namespaces_have_names_of_their_own": (
        Case(
            wrong={"backbone:scaleUnits": {"main-pair": {}}, "backbone:pairedNamespace": {"location": "northeurope"}},
            sentence='backbone:scaleUnits["main-pair"]: expected an alias that does not give the name of the secondary '
            'of main, found "main-pair". Choose another alias.',
            right=(
                {"backbone:scaleUnits": {"main-pair": {}}},
                {"backbone:scaleUnits": {"pair": {}}, "backbone:pairedNamespace": {"location": "northeurope"}},
            ),
        ),
    ),
    "a_queue_and_a_topic_differ_in_name": (
        Case(
            wrong=namespace(queues={"Orders": {}}, **ORDERS),
            sentence='backbone:namespace.topics.orders: expected a name other than "Orders", which is a queue of the '
            'same namespace, found "orders"',
            right=(namespace(queues={"Orders2": {}}, **ORDERS),),
        ),
        Case(
            wrong=namespace(topics={"Tracking": {}}),
            sentence='backbone:namespace.topics.Tracking: expected a name other than "tracking", which is a queue of '
            'the same namespace, found "Tracking"',
            right=({"backbone:scaleUnits": {"other": {"queue": "inbox", "topics": {"tracking": {}}}}},),
        ),
    ),
    "a_mapping_has_an_id_of_its_own": (
        Case(
            wrong={"backbone:mappings": {"MAIN": "disabled"}},
            sentence="backbone:mappings.MAIN: expected a QueueMappingId that is no alias, because an alias leads to "
            'its namespace\'s session queue, found "MAIN"',
            right=({"backbone:mappings": {"main2": "disabled"}},),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"other": {}}, "backbone:mappings": {"Other": "disabled"}},
            sentence="backbone:mappings.Other: expected a QueueMappingId that is no alias, because an alias leads to "
            'its namespace\'s session queue, found "Other"',
            right=({"backbone:mappings": {"Other": "disabled"}},),
        ),
    ),
    "capacity_is_premium": (
        Case(
            wrong=namespace(messagingUnits=1),
            sentence="backbone:namespace.messagingUnits: expected nothing in a Standard namespace, found 1. "
            "Set sku to Premium or leave messagingUnits out.",
            right=(namespace(sku="Premium", messagingUnits=1), namespace(messagingUnits=None)),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"other": {"partitions": 1}}},
            sentence="backbone:scaleUnits.other.partitions: expected nothing in a Standard namespace, found 1. "
            "Set sku to Premium or leave partitions out.",
            right=({"backbone:scaleUnits": {"other": {"sku": "Premium", "partitions": 1}}},),
        ),
    ),
    "messaging_units_fit_the_partitions": (
        Case(
            wrong=namespace(sku="Premium", messagingUnits=32, partitions=1),
            sentence="backbone:namespace.messagingUnits: expected one of 1, 2, 4, 8, 16 with partitions 1 "
            "(for example 1), found 32",
            right=(
                namespace(sku="Premium", messagingUnits=16, partitions=1),
                namespace(sku="Premium", messagingUnits=64, partitions=4),
                namespace(sku="Premium", partitions=4),
            ),
        ),
        Case(
            wrong=namespace(sku="Premium", messagingUnits=2, partitions=4),
            sentence="backbone:namespace.messagingUnits: expected one of 4, 8, 16, 32, 64 with partitions 4 "
            "(for example 4), found 2",
            right=(namespace(sku="Premium", messagingUnits=4, partitions=4),),
        ),
    ),
    "sizes_fit_the_tier": (
        Case(
            wrong=_queue(maxSizeInMegabytes=10240),
            sentence=f"{QUEUE}.inbox.maxSizeInMegabytes: expected one of 1024, 2048, 3072, 4096, 5120 in a Standard "
            "namespace, found 10240",
            right=(_queue(maxSizeInMegabytes=5120), _queue("Premium", maxSizeInMegabytes=81920)),
        ),
    ),
    "message_sizes_are_premium": (
        Case(
            wrong=_queue(maxMessageSizeInKilobytes=1024),
            sentence=f"{QUEUE}.inbox.maxMessageSizeInKilobytes: expected nothing in a Standard namespace, found 1024. "
            "Set sku to Premium or leave maxMessageSizeInKilobytes out.",
            right=(_queue("Premium", maxMessageSizeInKilobytes=102400), _queue(maxMessageSizeInKilobytes=None)),
        ),
    ),
    "express_is_standard": (
        Case(
            wrong=_queue("Premium", enableExpress=True),
            sentence=f"{QUEUE}.inbox.enableExpress: expected false in a Premium namespace, found true",
            right=(_queue(enableExpress=True), _queue("Premium", enableExpress=False)),
        ),
    ),
    "partitioning_is_the_namespaces_on_premium": (
        Case(
            wrong=_queue("Premium", enablePartitioning=True),
            sentence=f"{QUEUE}.inbox.enablePartitioning: expected false in a Premium namespace with partitions 1, "
            "found true",
            right=(
                _queue(enablePartitioning=True),
                _queue("Premium", enablePartitioning=False),
                namespace(sku="Premium", partitions=2, queues={"inbox": {"enablePartitioning": True}}),
            ),
        ),
        Case(
            wrong=namespace(sku="Premium", partitions=2, topics={"orders": {"enablePartitioning": False}}),
            sentence="backbone:namespace.topics.orders.enablePartitioning: expected true in a Premium namespace with "
            "partitions 2, found false",
            right=(namespace(sku="Premium", partitions=2, **ORDERS),),
        ),
    ),
    "the_session_queue_has_sessions": (
        Case(
            wrong=_queue(name="Tracking", requiresSession=False),
            sentence=f"{QUEUE}.Tracking.requiresSession: expected true, because Tracking is the namespace's session "
            "queue, found false. Leave it out, or name another queue in queue.",
            right=(_queue(name="tracking", requiresSession=True), _queue(name="tracking2", requiresSession=False)),
        ),
    ),
    "express_goes_without_duplicate_detection": (
        Case(
            wrong=_queue(**SHARED_EXPRESS),
            sentence=f"{QUEUE}.inbox.enableExpress: expected false with requiresDuplicateDetection true, found true",
            right=(
                _queue(enableExpress=True, requiresDuplicateDetection=False),
                _queue(enableExpress=False, requiresDuplicateDetection=True),
            ),
        ),
        Case(
            wrong=namespace(topics={"orders": SHARED_EXPRESS}),
            sentence="backbone:namespace.topics.orders.enableExpress: expected false with requiresDuplicateDetection "
            "true, found true",
            right=(namespace(topics={"orders": {"enableExpress": True}}),),
        ),
    ),
    "a_namespace_holds_its_entities": (
        Case(
            wrong=namespace(sku="Premium", queues=_queues(1000)),
            sentence=f"{QUEUE}: expected at most 1000 queues and topics in this namespace, found 1001. "
            "Move some to a scale unit.",
            right=(
                namespace(sku="Premium", queues=_queues(999)),
                namespace(sku="Premium", messagingUnits=2, queues=_queues(1999)),
                namespace(queues=_queues(1000)),
            ),
        ),
        Case(
            wrong=namespace(queues=_queues(10_000)),
            sentence=f"{QUEUE}: expected at most 10000 queues and topics in this namespace, found 10001. "
            "Move some to a scale unit.",
            right=(namespace(queues=_queues(9_999)),),
        ),
    ),
    "a_standard_namespace_holds_100_partitioned_entities": (
        Case(
            wrong=namespace(queues=_queues(100, **PARTITIONED), topics={"orders": PARTITIONED}),
            sentence=f"{QUEUE}: expected at most 100 partitioned queues and topics in a Standard namespace, found 101. "
            "Move some to a scale unit.",
            right=(
                namespace(queues=_queues(99, **PARTITIONED), topics={"orders": PARTITIONED}),
                namespace(sku="Premium", partitions=2, queues=_queues(101, **PARTITIONED)),
            ),
        ),
    ),
    "a_rule_has_one_filter": (
        Case(
            wrong=_rule(action="SET seen = 1"),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r: expected either sqlFilter or "
            "correlationFilter (for example sqlFilter: \"entity = 'Shipment'\"), found neither",
            right=(_rule(sqlFilter="a = 1"), _rule(correlationFilter={"label": "a"})),
        ),
        Case(
            wrong={
                **namespace(**ORDERS),
                "backbone:subscriptions": {
                    "billing": {
                        "to": "orders@main",
                        "receiver": "22222222-2222-2222-2222-222222222222",
                        "rules": {"r": {"sqlFilter": "a = 1", "correlationFilter": {"label": "a"}}},
                    }
                },
            },
            sentence="backbone:subscriptions.billing.rules.r: expected either sqlFilter or correlationFilter "
            "(for example sqlFilter: \"entity = 'Shipment'\"), found both",
            right=(),
        ),
    ),
    "a_correlation_filter_compares_something": (
        Case(
            wrong=_rule(correlationFilter={"requiresPreprocessing": True}),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r.correlationFilter: expected at least "
            "one property to compare (for example label: Shipment), found none",
            right=(_rule(correlationFilter={"properties": {"kind": "order"}}),),
        ),
    ),
    "a_pairing_to_copy_exists": (
        Case(
            wrong={"backbone:scaleUnits": {"other": {"pairedNamespace": True}}},
            sentence="backbone:scaleUnits.other.pairedNamespace: expected a mapping with the secondary's location, "
            "because backbone:pairedNamespace is not set, found true",
            right=(
                {"backbone:scaleUnits": {"other": {"pairedNamespace": False}}},
                {"backbone:scaleUnits": {"other": {"pairedNamespace": {"location": "northeurope"}}}},
                {
                    "backbone:scaleUnits": {"other": {"pairedNamespace": True}},
                    "backbone:pairedNamespace": {"location": "northeurope"},
                },
            ),
        ),
    ),
    "a_secondary_is_in_another_region": (
        Case(
            wrong={"backbone:pairedNamespace": {"location": "West Europe"}},
            sentence="backbone:pairedNamespace.location: expected another region than westeurope, the primary's, "
            'found "westeurope"',
            right=({"backbone:pairedNamespace": {"location": "North Europe"}},),
        ),
        Case(
            wrong={
                "backbone:scaleUnits": {"other": {"location": "northeurope", "pairedNamespace": True}},
                "backbone:pairedNamespace": {"location": "northeurope"},
            },
            sentence="backbone:scaleUnits.other.pairedNamespace: expected another region than northeurope, the "
            'primary\'s, found "northeurope"',
            right=(),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"other": {"pairedNamespace": {"location": "westeurope"}}}},
            sentence="backbone:scaleUnits.other.pairedNamespace.location: expected another region than westeurope, "
            'the primary\'s, found "westeurope"',
            right=(),
        ),
    ),
    "an_existing_group_comes_with_a_suffix": (
        Case(
            wrong={"backbone:existing": {"resourceGroup": "rg"}},
            sentence="backbone:existing.suffix: expected 4 to 8 lower-case letters and digits with resourceGroup "
            "(for example x7k2), found nothing",
            right=({"backbone:existing": {"resourceGroup": "rg", "suffix": "x7k2"}},),
        ),
    ),
    "a_vault_is_recovered_by_its_fixed_name": (
        Case(
            wrong={"backbone:existing": {"recoverVault": True}},
            sentence="backbone:existing.recoverVault: expected false without backbone:existing.suffix, which fixes "
            "the vault's name, found true",
            right=({"backbone:existing": {"recoverVault": True, "suffix": "x7k2"}},),
        ),
    ),
    "existing_subnets_come_together": (
        Case(
            wrong={"backbone:existing": {"privateEndpointSubnetId": f"{SUBNET}/two"}},
            sentence="backbone:existing.integrationSubnetId: expected the resource id of a subnet, because "
            "privateEndpointSubnetId is given: the two must see each other, found nothing",
            right=(
                {
                    "backbone:existing": {
                        "integrationSubnetId": f"{SUBNET}/one",
                        "privateEndpointSubnetId": f"{SUBNET}/two",
                    }
                },
            ),
        ),
        Case(
            wrong={"backbone:existing": {"integrationSubnetId": f"{SUBNET}/one"}},
            sentence="backbone:existing.privateEndpointSubnetId: expected the resource id of a subnet, because "
            "integrationSubnetId is given: the two must see each other, found nothing",
            right=(),
        ),
    ),
    "the_integration_subnet_serves_nothing_else": (
        Case(
            wrong={
                "backbone:existing": {
                    "integrationSubnetId": f"{SUBNET}/one",
                    "privateEndpointSubnetId": f"{SUBNET}/ONE",
                }
            },
            sentence="backbone:existing.privateEndpointSubnetId: expected another subnet than integrationSubnetId, "
            f'which the function keeps to itself, found "{SUBNET}/ONE"',
            right=(
                {
                    "backbone:existing": {
                        "integrationSubnetId": f"{SUBNET}/one",
                        "privateEndpointSubnetId": f"{SUBNET}/two",
                    }
                },
            ),
        ),
    ),
    "an_address_leads_somewhere": (
        Case(
            wrong={"backbone:mappings": {"m": "trakcing@main"}},
            sentence="backbone:mappings.m: expected the address of a queue of this stack (nearest: tracking@main), "
            'found "trakcing@main"',
            right=({"backbone:mappings": {"m": "Tracking@MAIN"}}, {"backbone:mappings": {"m": "disabled"}}),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"shipments": {}}, "backbone:routes": {"T": "tracking@shipment"}},
            sentence="backbone:routes.T: expected the address of a queue or topic of this stack "
            '(nearest: tracking@shipments, tracking@main), found "tracking@shipment"',
            right=({"backbone:scaleUnits": {"shipments": {}}, "backbone:routes": {"T": "tracking@shipments"}},),
        ),
        Case(
            wrong={**namespace(**ORDERS), "backbone:mappings": {"m": "orders@main"}},
            sentence='backbone:mappings.m: expected the address of a queue of this stack, found "orders@main", a topic',
            right=({**namespace(**ORDERS), "backbone:routes": {"T": "orders@main"}},),
        ),
        Case(
            wrong={
                "backbone:subscriptions": {
                    "s": {"to": "tracking@main", "receiver": "22222222-2222-2222-2222-222222222222"}
                }
            },
            sentence="backbone:subscriptions.s.to: expected the address of a topic of this stack, "
            'found "tracking@main", a queue',
            right=(),
        ),
        Case(
            wrong={"backbone:load": {"nowhere@main": {}}},
            sentence='backbone:load["nowhere@main"]: expected the address of a queue or topic of this stack, '
            'found "nowhere@main"',
            right=({"backbone:load": {"tracking@main": {}}},),
        ),
        Case(
            wrong={"backbone:access": {"receivers": {"tracking@main/s": []}}},
            sentence='backbone:access.receivers["tracking@main/s"]: expected the address of a queue, topic or '
            'subscription of this stack (nearest: tracking@main), found "tracking@main/s"',
            right=({"backbone:access": {"receivers": {"tracking@main": []}}},),
        ),
        Case(
            wrong={"backbone:access": {"senders": {"inbox@main": []}}},
            sentence='backbone:access.senders["inbox@main"]: expected the address of a queue or topic of this stack '
            '(nearest: tracking@main), found "inbox@main"',
            right=(
                {
                    **namespace(**ORDERS),
                    "backbone:subscriptions": {
                        "s": {"to": "orders@main", "receiver": "22222222-2222-2222-2222-222222222222"}
                    },
                    "backbone:access": {"senders": {"orders@main": []}, "receivers": {"orders@main/s": []}},
                },
            ),
        ),
    ),
    "a_mapped_queue_does_not_forward": (
        Case(
            wrong={**_queue(forwardTo="tracking"), "backbone:mappings": {"m": "Inbox@main"}},
            sentence='backbone:mappings.m: expected a queue that does not forward its messages, found "Inbox@main". '
            "Map the queue that inbox forwards to, if it has sessions, or another one.",
            right=(
                {**_queue(forwardTo="tracking"), "backbone:mappings": {"m": "tracking@main"}},
                {
                    **_queue(requiresSession=True, forwardDeadLetteredMessagesTo="tracking"),
                    "backbone:mappings": {"m": "inbox@main"},
                },
            ),
        ),
    ),
    "a_mapped_queue_has_sessions": (
        Case(
            wrong={**_queue(), "backbone:mappings": {"m": "Inbox@main"}},
            sentence='backbone:mappings.m: expected a session-enabled queue, found "Inbox@main". '
            "Set requiresSession to true on the queue inbox, or map another one.",
            right=({**_queue(requiresSession=True), "backbone:mappings": {"m": "inbox@main"}},),
        ),
    ),
    "a_load_s_messages_fit_their_entity": (
        Case(
            wrong=_load("tracking@main", 257),
            sentence='backbone:load["tracking@main"].messageSizeInKilobytes: expected at most 256, the largest message '
            "that tracking@main takes in a Standard namespace, found 257. Set sku to Premium, or send less at a time.",
            right=(
                _load("tracking@main", 256),
                {"backbone:namespace": {"sku": "Premium"}, **_load("Tracking@MAIN", 1024)},
            ),
        ),
        Case(
            wrong={"backbone:namespace": {"sku": "Premium", **ORDERS}, **_load("Orders@main", 1024.5)},
            sentence='backbone:load["Orders@main"].messageSizeInKilobytes: expected at most 1024, the largest message '
            "that orders@main takes, found 1024.5. Set maxMessageSizeInKilobytes of orders@main to more.",
            right=(),
        ),
        Case(
            wrong={**_queue("Premium", maxMessageSizeInKilobytes=2048), **_load("inbox@main", 2049)},
            sentence='backbone:load["inbox@main"].messageSizeInKilobytes: expected at most 2048, the largest message '
            "that inbox@main takes, found 2049. Set maxMessageSizeInKilobytes of inbox@main to more.",
            right=({**_queue("Premium", maxMessageSizeInKilobytes=2048), **_load("inbox@main", 2048)},),
        ),
    ),
    "a_subscription_is_declared_once": (
        Case(
            wrong={
                **namespace(topics={"orders": {"subscriptions": {"Billing": {}}}}),
                "backbone:subscriptions": {
                    "billing": {"to": "orders@main", "receiver": "22222222-2222-2222-2222-222222222222"}
                },
            },
            sentence="backbone:subscriptions.billing: expected a name that the topic orders@main does not give to a "
            'subscription of its own, found "billing"',
            right=(
                {
                    **namespace(topics={"orders": {"subscriptions": {"shipments": {}}}}),
                    "backbone:subscriptions": {
                        "billing": {"to": "orders@main", "receiver": "22222222-2222-2222-2222-222222222222"}
                    },
                },
            ),
        ),
    ),
    "a_portal_s_role_reads_nothing": (
        Case(
            wrong={
                "backbone:access": {
                    "portal": PRINCIPAL,
                    "portalRoleDefinitionId": PORTAL_ROLE.replace(PRINCIPAL, "8E3AF657-A8FF-443C-A75C-2FE8C4BCB635"),
                }
            },
            sentence="backbone:access.portalRoleDefinitionId: expected a custom role that reads no secrets and no "
            "messages and gives no rights, found the built-in role Owner. Leave it out, and the stack makes the role "
            "that a portal needs.",
            right=({"backbone:access": {"portal": PRINCIPAL, "portalRoleDefinitionId": PORTAL_ROLE}},),
        ),
    ),
    "an_sql_filter_is_a_condition": (
        Case(
            wrong=_rule(sqlFilter="entity = "),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r.sqlFilter: expected an SQL filter (for "
            "example a = 'b'), found \"entity = \". At character 10: a value or a property's name is expected.",
            right=(_rule(sqlFilter="entity = 1"), _rule(sqlFilter={"sqlExpression": "NOT EXISTS(sys.[a b])"})),
        ),
        Case(
            wrong={
                "backbone:namespace": ORDERS,
                "backbone:subscriptions": {
                    "billing": {"to": "orders@main", "receiver": PRINCIPAL, "rules": {"r": {"sqlFilter": "a == 1"}}}
                },
            },
            sentence="backbone:subscriptions.billing.rules.r.sqlFilter: expected an SQL filter (for example a = 'b'), "
            'found "a == 1". At character 4: a value or a property\'s name is expected.',
            right=(),
        ),
    ),
    "an_sql_action_is_statements": (
        Case(
            wrong=_rule(sqlFilter="1=1", action={"sqlExpression": "a = 1"}),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r.action: expected an SQL action (for "
            "example SET a = 'b'), found \"a = 1\". At character 1: SET or REMOVE is expected.",
            right=(_rule(sqlFilter="1=1", action="SET a = 1; REMOVE user.b"),),
        ),
        Case(
            wrong=_rule(sqlFilter="1=1", action="REMOVE a " * 33),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r.action: expected an SQL action (for "
            f"example SET a = 'b'), found \"{('REMOVE a ' * 33)[:160]}…\". At character 289: the end after 32 "
            "statements is expected.",
            right=(_rule(sqlFilter="1=1", action="REMOVE a " * 32),),
        ),
    ),
    "a_session_queue_s_id_fits_a_tag": (
        Case(
            wrong=namespace(queue="q" * 101),
            sentence="backbone:namespace.queue: expected a queue whose resource id has at most 256 characters, because "
            "it stands in a tag, found one of 257. Shorten the name of the queue, of its resource group or of its "
            "namespace by 1.",
            right=(namespace(queue="q" * 100), namespace(queues={"q" * 260: {"requiresSession": True}})),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"unit": {"queue": "q" * 27, "resourceGroup": "g" * 90}}},
            sentence="backbone:scaleUnits.unit.queue: expected a queue whose resource id has at most 256 characters, "
            "because it stands in a tag, found one of 257. Shorten the name of the queue, of its resource group or of "
            "its namespace by 1.",
            right=(
                {"backbone:scaleUnits": {"unit": {"queue": "q" * 26, "resourceGroup": "g" * 90}}},
                {"backbone:scaleUnits": {"unit": {"queue": "q" * 27}}},
            ),
        ),
    ),
    "a_mapped_queue_s_id_fits_a_tag": (
        Case(
            wrong={
                **namespace(queues={"q" * 101: {"requiresSession": True}}),
                "backbone:mappings": {"m": f"{'Q' * 101}@MAIN"},
            },
            sentence="backbone:mappings.m: expected a queue whose resource id has at most 256 characters, because it "
            "stands in a tag, found one of 257. Shorten the name of the queue, of its resource group or of its "
            "namespace by 1.",
            right=(
                {
                    **namespace(queues={"q" * 100: {"requiresSession": True}}),
                    "backbone:mappings": {"m": f"{'Q' * 100}@MAIN"},
                },
            ),
        ),
        Case(
            wrong={"backbone:mappings": {"m": f"{EXISTING}{'q' * (257 - len(EXISTING))}"}},
            sentence="backbone:mappings.m: expected a queue whose resource id has at most 256 characters, because it "
            "stands in a tag, found one of 257. Shorten the name of the queue, of its resource group or of its "
            "namespace by 1.",
            right=({"backbone:mappings": {"m": f"{EXISTING}{'q' * (256 - len(EXISTING))}"}},),
        ),
    ),
    "a_principal_has_one_type": (
        Case(
            wrong={
                "backbone:access": {
                    "portal": PRINCIPAL,
                    "receivers": {"tracking@main": [{"id": PRINCIPAL, "type": "User"}]},
                }
            },
            sentence='backbone:access.receivers["tracking@main"][0]: expected type ServicePrincipal, as in another '
            "place for the same object id, found User. A principal without a type is a service principal.",
            right=({"backbone:access": {"portal": PRINCIPAL, "receivers": {"tracking@main": [PRINCIPAL]}}},),
        ),
        Case(
            wrong={
                "backbone:access": {
                    "receivers": {"tracking@main": [{"id": PRINCIPAL, "type": "Group"}]},
                    "senders": {"tracking@main": [PRINCIPAL]},
                }
            },
            sentence='backbone:access.senders["tracking@main"][0]: expected type Group, as in another place for the '
            "same object id, found ServicePrincipal. A principal without a type is a service principal.",
            right=(
                {
                    "backbone:access": {
                        "receivers": {"tracking@main": [PRINCIPAL]},
                        "senders": {"tracking@main": [{"id": PRINCIPAL, "type": "ServicePrincipal"}]},
                    }
                },
            ),
        ),
        Case(
            wrong={
                "backbone:namespace": ORDERS,
                "backbone:access": {"receivers": {"tracking@main": [PRINCIPAL]}},
                "backbone:subscriptions": {
                    "billing": {"to": "orders@main", "receiver": {"id": PRINCIPAL, "type": "User"}}
                },
            },
            sentence="backbone:subscriptions.billing.receiver: expected type ServicePrincipal, as in another place for "
            "the same object id, found User. A principal without a type is a service principal.",
            right=(
                {
                    "backbone:namespace": ORDERS,
                    "backbone:access": {"receivers": {"tracking@main": [PRINCIPAL]}},
                    "backbone:subscriptions": {"billing": {"to": "orders@main", "receiver": PRINCIPAL}},
                },
            ),
        ),
        Case(
            wrong={
                "backbone:access": {
                    "portal": PRINCIPAL,
                    "receivers": {"tracking@main": [{"id": PRINCIPAL, "type": "User"}]},
                }
            },
            sentence='backbone:access.receivers["tracking@main"][0]: expected type ServicePrincipal, as in another '
            "place for the same object id, found User. A principal without a type is a service principal.",
            right=({"backbone:access": {"portal": PRINCIPAL, "receivers": {"tracking@main": [PRINCIPAL]}}},),
        ),
    ),
    "a_portal_s_role_is_for_a_portal": (
        Case(
            wrong={"backbone:access": {"portalRoleDefinitionId": PORTAL_ROLE}},
            sentence="backbone:access.portalRoleDefinitionId: expected nothing, as there is no portal to give the role "
            f'to, found "{PORTAL_ROLE}". Name the portal\'s service principal in backbone:access.portal, or leave both '
            "out.",
            right=(
                {"backbone:access": {"portal": PRINCIPAL, "portalRoleDefinitionId": PORTAL_ROLE}},
                {"backbone:access": {"portal": PRINCIPAL}},
            ),
        ),
    ),
    "a_region_holds_the_namespaces": (
        Case(
            wrong={"backbone:scaleUnits": _units(1000)},
            sentence="backbone:scaleUnits: expected at most 1000 namespaces in westeurope, which is all that a "
            "subscription holds in a region, found 1001. Give some scale units another location, or put them into a "
            "stack of another subscription.",
            right=(
                {"backbone:scaleUnits": _units(999)},
                {"backbone:scaleUnits": {**_units(999), "far": {"location": "northeurope"}}},
            ),
        ),
        Case(
            wrong={
                "backbone:scaleUnits": _units(1000, location="northeurope"),
                "backbone:pairedNamespace": {"location": "northeurope"},
            },
            sentence="backbone:scaleUnits: expected at most 1000 namespaces in northeurope, which is all that a "
            "subscription holds in a region, found 1001. Give some scale units another location, or put them into a "
            "stack of another subscription.",
            right=(
                {
                    "backbone:scaleUnits": _units(999, location="northeurope"),
                    "backbone:pairedNamespace": {"location": "northeurope"},
                },
            ),
        ),
    ),
    "a_subscription_holds_the_role_assignments": (
        Case(
            wrong={"backbone:access": {"receivers": {"tracking@main": _principals(3995)}}},
            sentence="backbone:access: expected at most 4000 role assignments, which is all that an Azure subscription "
            "holds, found 4001. Name groups of principals, or put some scale units into a stack of another "
            "subscription.",
            right=(
                {"backbone:access": {"senders": {"tracking@main": _principals(3994)}}},
                {
                    "backbone:access": {"senders": {"tracking@main": _principals(3994)}},
                    "backbone:mappings": {"again": "Tracking@MAIN"},
                    "backbone:routes": {"Order": "tracking@main"},
                },
            ),
        ),
        Case(
            wrong={
                "backbone:access": {"portal": PRINCIPAL},
                "backbone:scaleUnits": {**_units(998), **_far(333)},
            },
            sentence="backbone:access: expected at most 4000 role assignments, which is all that an Azure subscription "
            "holds, found 4002. Name groups of principals, or put some scale units into a stack of another "
            "subscription.",
            right=(
                {
                    "backbone:access": {"portal": PRINCIPAL},
                    "backbone:scaleUnits": {**_units(998), **_far(332)},
                },
                {"backbone:scaleUnits": {**_units(998), **_far(333)}},
            ),
        ),
    ),
    "the_subnet_holds_the_private_endpoints": (
        Case(
            wrong={**_private("vault", "storage", "serviceBus"), "backbone:scaleUnits": _units(55)},
            sentence="backbone:network.privateEndpoints: expected at most 59 private endpoints in 10.40.0.64/26, the "
            "subnet that the stack makes for them, found 60. Name larger subnets in backbone:existing, or leave "
            "serviceBus out.",
            right=(
                {**_private("vault", "storage", "serviceBus"), "backbone:scaleUnits": _units(54)},
                {**_private("vault", "storage", "serviceBus"), "backbone:scaleUnits": _units(55, sku="Standard")},
                {
                    **_private("vault", "storage", "serviceBus"),
                    "backbone:scaleUnits": _units(55),
                    "backbone:existing": {
                        "integrationSubnetId": f"{SUBNET}/functions",
                        "privateEndpointSubnetId": f"{SUBNET}/endpoints",
                    },
                },
            ),
        ),
        Case(
            wrong={**_private("vault", "serviceBus", space="10.40.0.0/26"), "backbone:scaleUnits": _units(26)},
            sentence="backbone:network.privateEndpoints: expected at most 27 private endpoints in 10.40.0.32/27, the "
            "subnet that the stack makes for them, found 28. Name larger subnets in backbone:existing, or leave "
            "serviceBus out.",
            right=({**_private("vault", "serviceBus", space="10.40.0.0/26"), "backbone:scaleUnits": _units(25)},),
        ),
    ),
}
