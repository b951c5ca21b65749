from __future__ import annotations

import pytest

from sandbox.azure.resource_id import ResourceId

GROUP = "/subscriptions/s/resourceGroups/g"
BUS = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/n"


@pytest.mark.parametrize(
    ("text", "type", "names", "parent"),
    [
        ("/subscriptions/s", "Microsoft.Resources/subscriptions", ("s",), None),
        (GROUP, "Microsoft.Resources/subscriptions/resourceGroups", ("s", "g"), "/subscriptions/s"),
        (BUS, "Microsoft.ServiceBus/namespaces", ("n",), GROUP),
        (f"{BUS}/queues/q", "Microsoft.ServiceBus/namespaces/queues", ("n", "q"), BUS),
        (f"{BUS}/queues", "Microsoft.ServiceBus/namespaces/queues", ("n",), BUS),
        (
            f"{BUS}/providers/Microsoft.Authorization/roleAssignments/r",
            "Microsoft.Authorization/roleAssignments",
            ("r",),
            BUS,
        ),
        (
            "/subscriptions/s/providers/Microsoft.ServiceBus/namespaces",
            "Microsoft.ServiceBus/namespaces",
            (),
            "/subscriptions/s",
        ),
    ],
)
def test_an_id_is_taken_apart(text: str, type: str, names: tuple[str, ...], parent: str | None) -> None:
    parsed = ResourceId.parse(text)

    assert (parsed.text, parsed.type, parsed.names) == (text, type, names)
    assert (parsed.parent.text if parsed.parent else None) == parent
    assert parsed.is_collection == (len(parsed.types) > len(names))


def test_a_slash_in_a_name_is_not_a_separator() -> None:
    parsed = ResourceId.parse(f"{BUS}/queues/a%2Fb")

    assert parsed.name == "a/b"
    assert parsed.key != ResourceId.parse(f"{BUS}/queues/a/b").key


@pytest.mark.parametrize(
    "text", ["", "/", "subscriptions/s", "//subscriptions", f"{GROUP}/providers/Microsoft.ServiceBus"]
)
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        ResourceId.parse(text)
