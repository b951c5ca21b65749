"""Which type aliases of azure-native the resources keep, and what a state with an older type becomes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pulumi

from components.type_aliases import without_versions
from tests.components.stacks import DEV

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

QUEUE = "azure-native:servicebus:Queue"
VERSIONED = ("azure-native:servicebus/v20240101:Queue", "azure-native:servicebus/v20230101preview:Queue")
ALERT, OLD_ALERT = "azure-native:monitor:MetricAlert", "azure-native:insights:MetricAlert"


def _kept(*aliases: pulumi.Alias | str) -> list[Any]:
    opts = pulumi.ResourceOptions(protect=True, aliases=list(aliases))
    args = pulumi.ResourceTransformationArgs(
        resource=cast("pulumi.Resource", None), type_=QUEUE, name="q", props={"queueName": "q"}, opts=opts
    )
    result = without_versions(args)
    assert result is not None
    assert (result.props, result.opts.protect) == (args.props, True)
    assert opts.aliases == list(aliases), "the options that were given stay as they are"
    return list(result.opts.aliases or ())


def test_an_alias_that_names_an_api_version_goes_and_every_other_one_stays() -> None:
    others = (
        pulumi.Alias(type_=OLD_ALERT),
        pulumi.Alias(name="before"),
        pulumi.Alias(parent=pulumi.ROOT_STACK_RESOURCE),
        "urn:pulumi:dev::backbone::azure-native:servicebus/v20240101:Queue::q",
    )
    assert _kept(*(pulumi.Alias(type_=each) for each in VERSIONED), *others) == list(others)


def test_a_resource_whose_type_azure_native_has_renamed_is_still_the_same_one(
    deploy: Callable[[Mapping[str, Any]], Deployment],
) -> None:
    stack = deploy(DEV)
    stack.up()
    exported = stack.succeed("stack", "export")
    assert exported.count(f"${ALERT}::") >= 2
    older = stack.root / "older.json"
    older.write_text(exported.replace(ALERT, OLD_ALERT), encoding="utf-8")
    stack.succeed("stack", "import", "--file", str(older))
    assert {OLD_ALERT in urn for urn in _alerts(stack)} == {True}
    made = stack.world.resources()
    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
    assert {ALERT in urn for urn in _alerts(stack)} == {True}
    assert json.dumps(stack.world.resources()) == json.dumps(made)


def _alerts(stack: Deployment) -> list[str]:
    return [str(each["urn"]) for each in stack.state() if each["type"] in {ALERT, OLD_ALERT}]
