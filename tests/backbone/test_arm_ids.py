"""Resource ids."""

from __future__ import annotations

import pytest

from backbone.arm_ids import ArmId

SUBSCRIPTION = "11111111-1111-1111-1111-111111111111"


def test_a_resource_id_is_taken_apart() -> None:
    text = (
        f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg.one/providers/Microsoft.ServiceBus/namespaces/bus/queues/a~b"
    )
    assert ArmId.parse(text) == ArmId(
        subscription=SUBSCRIPTION,
        resource_group="rg.one",
        type="Microsoft.ServiceBus/namespaces/queues",
        names=("bus", "a~b"),
    )


def test_the_type_is_compared_without_letter_case() -> None:
    found = ArmId.parse("/providers/microsoft.authorization/roledefinitions/x")
    assert found.is_of("Microsoft.Authorization/roleDefinitions")
    assert not found.is_of("Microsoft.Authorization/roleAssignments")
    assert (found.subscription, found.resource_group) == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rg",
        f"/subscriptions/{SUBSCRIPTION}",
        f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg",
        "/subscriptions/one/resourceGroups/rg/providers/Microsoft.Web/sites/a",
        f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Web/sites",
        f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Web/sites/a/",
        f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Web/sites/a?x=1",
        f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg./providers/Microsoft.Web/sites/a",
    ],
)
def test_what_is_no_resource_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no resource id such as"):
        ArmId.parse(text)
