"""For every constraint: values that break it, and values at its bound that keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backbone.settings.shape import Alternatives, Kind, Leaf, Record, Sequence, Table
from tests.backbone.stack import GROUP, PRINCIPAL, SUBSCRIPTION, ZONES

if TYPE_CHECKING:
    from backbone.settings.shape import Shape


@dataclass(frozen=True)
class Case:
    """Values for one constraint; at the bound there may be none where every other value keeps it."""

    violating: tuple[Any, ...]
    bound: tuple[Any, ...]


LONGEST = "P10675199DT2H48M5.4775807S"
TOO_LONG = "P10675199DT2H48M5.4775808S"
SUBNET = f"{GROUP}/Microsoft.Network/virtualNetworks/hub/subnets/s"
_EMAILS = [f"user{number}@example.com" for number in range(1001)]
_IDS = [f"00000000-0000-0000-0000-{number:012}" for number in range(101)]


def _durations(below: str, least: str, most: str, above: str) -> Case:
    return Case(violating=(below, above, "1 minute", "P1M", "PT", "pt1m", ""), bound=(least, most))


def _zone(service: str, other: str) -> Case:
    wrong_type = f"{GROUP}/Microsoft.Network/dnsZones/privatelink.{service}"
    return Case(violating=(f"{ZONES}.{other}", wrong_type, "zone"), bound=(f"{ZONES}.{service}",))


CASES: dict[str, Case] = {
    # names
    "workload": Case(("t", "t" * 21, "Tracking", "1tracking", "a_b", ""), ("ab", "a" * 20, "a-")),
    "alias": Case(("Main", "1a", "a" * 21, "a_b", ""), ("a", "a" * 20)),
    "alias-not-default": Case(("default",), ("default1",)),
    "entity-name": Case(
        ("", "/a", "a/", "a//b", "-a", "a-", "a?b", "a@b", "a#b", "a*b", "a~b", "a" * 261),
        ("a", "a" * 260, "a/b.c-d_e"),
    ),
    "forward-destination": Case(
        ("", "/a", "a/", "a@main", "a/$DeadLetterQueue", "a" * 261), ("a", "a" * 260, "a/b.c-d_e")
    ),
    "client-name": Case(("", "a b", "$", "a" * 51), ("a", "a" * 50, "web-shop")),
    "subscription-name": Case(("", "a/b", "$Default", "a-", ".a", "a" * 51), ("a", "a" * 50, "a.b-c_d")),
    "mapping-id": Case(("", "a_b", "a" * 101, "ä"), ("a", "A" * 100, "9-")),
    "mapping-id-not-default": Case(("default", "Default"), ("default-2",)),
    "message-type": Case(("", "a" * 257, "a\nb"), ("a", "a" * 256, "Orders.Created, Orders")),
    "suffix": Case(("abc", "a" * 9, "ABCD", "ab-c"), ("abcd", "a1b2c3d4")),
    "suffix-not-reserved": Case(("mgmt",), ("mgmu",)),
    "resource-group-name": Case(("", "a.", "a" * 91, "a/b", "a b"), ("a", "a" * 90, "rg_(1).x-y")),
    "tag-name": Case(("", "a/b", "a?b", "a<b", "a" * 129), ("a", "a" * 128, "cost centre")),
    "tag-value": Case(("a" * 257,), ("", "a" * 256)),
    # addresses and ids
    "entity-address": Case(("tracking", "@main", "tracking@", "orders@main/shipments", ""), ("tracking@main",)),
    "topic-address": Case(("orders", "@main", "orders@", "orders@main/shipments", ""), ("orders@main",)),
    "source-address": Case(("tracking", "@main", "orders@main/", "orders@main/a/b"), ("orders@main/shipments",)),
    "mapping-target": Case(
        ("tracking", "Disabled", "", f"{GROUP}/Microsoft.ServiceBus/namespaces/bus/topics/t", "/subscriptions/x"),
        (
            "disabled",
            "tracking@main",
            f"{GROUP}/Microsoft.ServiceBus/namespaces/bus/queues/q",
            f"{GROUP}/microsoft.servicebus/Namespaces/bus/Queues/a~b",
        ),
    ),
    "object-id": Case((PRINCIPAL[:-1], PRINCIPAL + "0", "g" + PRINCIPAL[1:], "{" + PRINCIPAL + "}"), (PRINCIPAL,)),
    "client-id": Case((PRINCIPAL[:-1], PRINCIPAL + "0", ""), (PRINCIPAL,)),
    "role-definition-id": Case(
        (
            PRINCIPAL,
            f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/{PRINCIPAL}",
            f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/portal",
        ),
        (
            f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{PRINCIPAL}",
            f"/providers/microsoft.authorization/roleDefinitions/{PRINCIPAL}",
        ),
    ),
    "subnet-id": Case((SUBNET.rpartition("/subnets")[0], SUBNET + "/more", "functions", SUBNET + "/"), (SUBNET,)),
    "workspace-id": Case((SUBNET, "logs"), (f"{GROUP}/microsoft.operationalinsights/Workspaces/logs",)),
    "vault-zone-id": _zone("vaultcore.azure.net", "blob.core.windows.net"),
    "service-bus-zone-id": _zone("servicebus.windows.net", "vaultcore.azure.net"),
    "blob-zone-id": _zone("blob.core.windows.net", "queue.core.windows.net"),
    "queue-zone-id": _zone("queue.core.windows.net", "table.core.windows.net"),
    "table-zone-id": _zone("table.core.windows.net", "blob.core.windows.net"),
    # places
    "region": Case(("west-europe", "westeurope ", "west  europe"), ("eastus2", "West US 3")),
    "address-space": Case(
        ("10.40.0.0/27", "10.40.0.1/24", "10.40.0.0", "0.0.0.0/1", "10.40.0.0/33", "127.0.0.0/16", "fd00::/24", "vnet"),
        ("10.40.0.0/26", "0.0.0.0/2"),
    ),
    "email": Case(("operations", "a@b", "a@b@c.d", "a b@example.com", "a@example.", "@example.com"), ("a@b.c",)),
    # one of a few
    "sku": Case(("Basic", "premium", "Gold"), ("Standard", "Premium")),
    "status": Case(("Deleting", "active"), ("Active", "Disabled", "SendDisabled", "ReceiveDisabled")),
    "principal-type": Case(("Application", "user"), ("ServicePrincipal", "User", "Group")),
    "private-endpoint": Case(("Vault", "web"), ("vault", "storage", "serviceBus")),
    "messaging-units": Case((0, 3, 128), (1, 64)),
    "partitions": Case((0, 3, 8), (1, 4)),
    "entity-size": Case((0, 1023, 6144, 81921), (1024, 81920)),
    "compatibility-level": Case((19, 21), (20,)),
    "callers-key": Case(("keys", ""), ("key",)),
    # amounts
    "lock-duration": _durations("PT4.9999999S", "PT5S", "PT5M", "PT5M0.0000001S"),
    "time-to-live": _durations("PT0.9999999S", "PT1S", LONGEST, TOO_LONG),
    "auto-delete-on-idle": _durations("PT4M59.9999999S", "PT5M", LONGEST, TOO_LONG),
    "duplicate-window": _durations("PT19.9999999S", "PT20S", "P7D", "P7DT0.0000001S"),
    "failover-interval": _durations("PT-1S", "PT0S", "PT1H", "PT1H0.0000001S"),
    "delivery-count": Case((0, 2**31), (1, 2**31 - 1)),
    "message-size": Case((1023, 102401), (1024, 102400)),
    "transfer-queues": Case((9, 1001), (10, 1000)),
    "user-metadata": Case(("a" * 1025,), ("", "a" * 1024)),
    "sql-expression": Case(("", "a" * 1025), ("a", "a" * 1024, "a = 1\nAND b = 2")),
    "filter-text": Case(("", "a" * 32768), ("a", "a" * 32767)),
    "property-name": Case(("", "a" * 129), ("a", "a" * 128)),
    "amount": Case((-0.1, 1_000_000_000.5, 1e308), (0, 0.1, 1_000_000_000)),
    "total": Case((-1, 1_000_000_001), (0, 1_000_000_000)),
    "load-size": Case((0, 102400.1), (0.001, 102400)),
    "price": Case((-0.0001, 1_000_000_001), (0, 1_000_000_000)),
    "currency": Case(("eur", "EURO", "€"), ("EUR",)),
    # lists and mappings
    "callers-count": Case(([], _IDS), (_IDS[:1], _IDS[:100])),
    "principals-distinct": Case(([PRINCIPAL, PRINCIPAL.upper()], [_IDS[10], _IDS[10]]), ([_IDS[10], _IDS[11]],)),
    "private-endpoints-distinct": Case((["vault", "vault"],), (["vault"], ["vault", "storage", "serviceBus"])),
    "private-endpoints-vault": Case(
        ([], ["storage"], ["serviceBus"], ["storage", "serviceBus"]), (["vault"], ["serviceBus", "vault"])
    ),
    "emails-count": Case((_EMAILS,), ([], _EMAILS[:1000])),
    "emails-distinct": Case((["a@b.c", "A@b.c"],), (["a@b.c", "b@b.c"],)),
    "tags-count": Case(({f"t{number}": "" for number in range(51)},), ({}, {f"t{number}": "" for number in range(50)})),
}

LETTER_CASE = {
    "queue-letter-case",
    "topic-letter-case",
    "subscription-letter-case",
    "rule-letter-case",
    "tag-letter-case",
    "unit-letter-case",
    "mapping-letter-case",
    "remote-subscription-letter-case",
    "address-letter-case",
}
"""Constraints on keys; their cases are the keys of the stack file: in other letters, and with a letter more."""

_KINDS = {
    Kind.TEXT: Case((5, True, 1.5, ["a"], {"a": 1}), ()),
    Kind.BOOLEAN: Case(("yes", "true", 1, 0, ["a"]), (True, False)),
    Kind.WHOLE: Case(("5", True, 1.5, ["a"], {}), ()),
    Kind.NUMBER: Case(("5", True, ["a"], {}), ()),
}


def case_of_kind(shape: Shape) -> Case:
    """Values of another kind than the shape's."""
    match shape:
        case Leaf():
            return _KINDS[shape.kind]
        case Sequence():
            return Case(("a", 5, {"a": 1}), ())
        case Table():
            return Case(("a", 5, ["a"]), ())
        case Record():
            return Case((["a"],) if shape.scalar else ("a", 5, ["a"]), ())
        case Alternatives():
            return Case((["a"], 5), ())
