from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from sandbox.world import AzureError, UnknownProviderError
from tests.sandbox.world.scenery import GROUP, STANDARD

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

OTHER = "/subscriptions/99999999-9999-9999-9999-999999999999"


def test_a_provider_is_registered_again(azure: Scenery) -> None:
    azure.world.unregister("microsoft.servicebus")
    with pytest.raises(AzureError) as refused:
        azure.get(STANDARD)
    assert (refused.value.status, refused.value.code) == (409, "MissingSubscriptionRegistration")

    azure.world.register("Microsoft.ServiceBus")

    assert azure.get(STANDARD)["name"] == "standard-bus"


def test_a_registration_is_one_subscription_s(azure: Scenery) -> None:
    azure.world.unregister("Microsoft.ServiceBus", subscription=OTHER.rpartition("/")[2])

    assert azure.get(STANDARD)["name"] == "standard-bus"
    azure.put(GROUP.replace(GROUP.partition("/resourceGroups")[0], OTHER), {"location": "westeurope"})
    with pytest.raises(AzureError, match="MissingSubscriptionRegistration"):
        azure.put(f"{OTHER}/resourceGroups/rg/providers/Microsoft.ServiceBus/namespaces/other-bus")


@pytest.mark.parametrize(
    ("provider", "text"),
    [
        (
            "Microsoft.Magic",
            "Microsoft.Magic is not simulated; the providers are Microsoft.App, Microsoft.Authorization, ",
        ),
        ("Microsoft.Resources", "Microsoft.Resources is Resource Manager's own: it is always registered."),
    ],
)
def test_only_what_is_simulated_and_not_resource_manager_s_own_can_be_unregistered(
    azure: Scenery, provider: str, text: str
) -> None:
    with pytest.raises(UnknownProviderError, match=text):
        azure.world.unregister(provider)


def test_the_world_s_time_is_the_same_for_all_who_use_its_folder(azure: Scenery) -> None:
    other = type(azure)(azure.home)
    azure.world.advance(timedelta(days=1))

    other.put(f"{GROUP}-2", {"location": "westeurope"})

    with other.world.reading() as view:
        assert view.now - other.clock.now == timedelta(days=1)
    other.world.close()
