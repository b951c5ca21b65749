"""A subscription of another unit is declared where its topic is."""

from __future__ import annotations

from backbone import remote_subscriptions
from tests.backbone.stack import PRINCIPAL, unchecked

RULES = {"created": {"sqlFilter": "entity = 'Shipment'"}}


def test_an_entry_becomes_a_subscription_of_its_topic_with_its_rules() -> None:
    settings = unchecked(
        {
            "backbone:namespace": {"topics": {"Orders": {"subscriptions": {"own": {}}}, "other": {}}},
            "backbone:scaleUnits": {"billing": {"topics": {"paid": {}}}, "press": {}},
            "backbone:subscriptions": {
                "billing-orders": {"to": "orders@MAIN", "receiver": PRINCIPAL, "rules": RULES},
                "main-paid": {"to": "paid@billing", "receiver": PRINCIPAL},
            },
        }
    )
    joined = remote_subscriptions.joined(settings)
    orders = joined.namespace.topics["Orders"].subscriptions
    assert list(orders) == ["own", "billing-orders"]
    assert orders["billing-orders"].rules == settings.subscriptions["billing-orders"].rules
    assert joined.namespace.topics["other"].subscriptions == {}
    assert list(joined.scale_units["billing"].topics["paid"].subscriptions) == ["main-paid"]
    assert joined.scale_units["press"] == settings.scale_units["press"]


def test_without_entries_nothing_changes() -> None:
    settings = unchecked({"backbone:scaleUnits": {"billing": {}}})
    assert remote_subscriptions.joined(settings) is settings
