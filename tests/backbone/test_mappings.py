"""Which queue mappings there are, what their secrets say, and which may be deployed over what was found."""

from __future__ import annotations

import json

import pytest

from backbone import adoption, mappings
from backbone.addresses import Address
from backbone.adoption import Found
from backbone.mappings import QueueMapping
from tests.backbone.stack import GROUP, parse

QUEUE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ServiceBus/namespaces/bus/queues/orders"
OTHER = f"{QUEUE}-2"
ENTRY = QueueMapping(id="Shop", queue=Address(entity="orders", alias="main"))
DEFAULT = QueueMapping(id="default", queue=Address(entity="tracking", alias="main"))
WITHDRAWN = QueueMapping(id="Shop", queue=None)


def _found(*, target: str | None = QUEUE, enabled: bool = True, managed: bool = False) -> Found:
    return Found(id="/secrets/queue-mapping-shop", target=target, enabled=enabled, managed=managed)


def test_the_default_queue_has_a_mapping_and_so_has_every_entry() -> None:
    settings = parse(
        {
            "backbone:namespace": {"alias": "core", "queue": "events", "queues": {"Orders": {"requiresSession": True}}},
            "backbone:mappings": {"Shop": "oRDERS@Core", "archive": "disabled"},
        }
    )
    assert mappings.declared(settings) == (
        QueueMapping(id="archive", queue=None),
        QueueMapping(id="default", queue=Address(entity="events", alias="core")),
        QueueMapping(id="Shop", queue=Address(entity="Orders", alias="core")),
    )
    assert mappings.ids(settings) == ["archive", "default", "Shop"]


def test_a_scale_unit_has_a_mapping_under_its_alias_and_an_entry_may_lead_to_any_unit() -> None:
    settings = parse(
        {
            "backbone:scaleUnits": {
                "billing": {"queue": "invoices", "queues": {"Credits": {"requiresSession": True}}},
                "shipments": None,
            },
            "backbone:mappings": {"credit": "credits@BILLING"},
        }
    )
    assert mappings.declared(settings) == (
        QueueMapping(id="billing", queue=Address(entity="invoices", alias="billing")),
        QueueMapping(id="credit", queue=Address(entity="Credits", alias="billing")),
        QueueMapping(id="default", queue=Address(entity="tracking", alias="main")),
        QueueMapping(id="shipments", queue=Address(entity="tracking", alias="shipments")),
    )


def test_letter_case_means_nothing_in_the_names_of_a_mapping() -> None:
    assert mappings.secret_name("Shop-7") == "queue-mapping-shop-7"
    assert mappings.resource_name("Shop-7") == "mapping-shop-7"
    assert mappings.id_of("mapping-shop-7") == "shop-7"
    assert mappings.id_of("certificate") is None


def test_a_secret_says_where_messages_go_and_never_how_to_get_in() -> None:
    value = {"version": 1, "namespace": "bus.servicebus.windows.net", "queue": "a/b", "auth": "identity"}
    assert json.loads(mappings.value("bus.servicebus.windows.net", "a/b")) == value
    assert json.loads(mappings.disabled_value()) == {"version": 1, "auth": "none"}


def test_the_tags_say_what_can_be_compared() -> None:
    assert mappings.tags(QUEUE) == {"kind": "queue-mapping", "version": "1", "target": QUEUE}
    assert mappings.tags(None) == {"kind": "queue-mapping", "version": "1"}


@pytest.mark.parametrize(
    ("mapping", "found", "target"),
    [
        pytest.param(ENTRY, None, QUEUE, id="nothing was there"),
        pytest.param(ENTRY, _found(), QUEUE.upper(), id="another's with an equal target"),
        pytest.param(ENTRY, _found(enabled=False), QUEUE, id="another's with an equal target, disabled"),
        pytest.param(WITHDRAWN, _found(), None, id="another's is withdrawn"),
        pytest.param(ENTRY, _found(), None, id="the queue is not known yet"),
        pytest.param(ENTRY, _found(managed=True), OTHER, id="ours is moved"),
        pytest.param(ENTRY, _found(managed=True, enabled=False), QUEUE, id="ours comes back as it was"),
        pytest.param(ENTRY, _found(managed=True, enabled=False, target=None), QUEUE, id="ours never led anywhere"),
    ],
)
def test_a_mapping_is_deployed_where_its_id_does_not_silently_come_to_mean_another_queue(
    mapping: QueueMapping, found: Found | None, target: str | None
) -> None:
    assert adoption.refusal(mapping, found, target) == ""


@pytest.mark.parametrize(
    ("mapping", "found", "sentence"),
    [
        pytest.param(
            ENTRY,
            _found(target=OTHER),
            "The QueueMappingId Shop is taken: the secret queue-mapping-shop is in the vault already and leads to "
            f"{OTHER}, but the stack file wants {QUEUE}. Choose another id, or map it to the queue that it leads to.",
            id="another's with another target",
        ),
        pytest.param(
            ENTRY,
            _found(target=None),
            "The QueueMappingId Shop is taken: the secret queue-mapping-shop is in the vault already and leads to no "
            f"queue, but the stack file wants {QUEUE}. Choose another id, or map it to the queue that it leads to.",
            id="another's without a target",
        ),
        pytest.param(
            DEFAULT,
            _found(target=OTHER),
            "The QueueMappingId default is taken: the secret queue-mapping-default is in the vault already and leads "
            f"to {OTHER}, but the stack file wants {QUEUE}. Delete that secret, or deploy with another "
            "backbone:existing.suffix.",
            id="the default one",
        ),
        pytest.param(
            ENTRY,
            _found(target=OTHER, managed=True, enabled=False),
            f"The QueueMappingId Shop was withdrawn and stays taken: it led to {OTHER}, but the stack file wants "
            f"{QUEUE}. Choose another id, or map it to the queue that it led to.",
            id="ours, withdrawn",
        ),
    ],
)
def test_a_mapping_that_would_come_to_mean_another_queue_is_refused(
    mapping: QueueMapping, found: Found, sentence: str
) -> None:
    assert adoption.refusal(mapping, found, QUEUE) == sentence


def test_what_is_deployed_and_not_declared_any_more_has_been_removed() -> None:
    assert adoption.removed([DEFAULT, ENTRY], ["zoo", "default", "shop", "archive"]) == ["archive", "zoo"]


def test_whoever_removes_an_entry_reads_how_to_withdraw_it() -> None:
    assert adoption.removal_refusal("zoo") == (
        "The QueueMappingId zoo is deployed and its secret is protected, so its entry cannot be removed from "
        "backbone:mappings. To withdraw it, set backbone:mappings.zoo to `disabled`."
    )
    assert adoption.removal_notice("zoo") == (
        "The QueueMappingId zoo is no longer declared. Its secret queue-mapping-zoo stays in the vault as it is; "
        "setting backbone:mappings.zoo to `disabled` would withdraw it."
    )


def test_an_entry_may_lead_to_an_existing_queue() -> None:
    queue = f"{GROUP}/Microsoft.ServiceBus/namespaces/their-bus/queues/orders"
    theirs, _ = mappings.declared(parse({"backbone:mappings": {"Away": queue}}))
    assert theirs == QueueMapping(id="Away", existing=queue)
    assert not theirs.withdrawn
