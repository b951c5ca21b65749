from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from tests.components.platform import make_platform
from tests.components.stacks import EVERY_SETTING
from tests.sandbox.shapes.absences import ABSENT
from tests.sandbox.shapes.conformity import missing_in_answer, wrong_in_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

_QUEUE = (
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.ServiceBus/namespaces/n/queues/q",
    {"properties": {"messageCount": 7}},
)


def test_what_a_deployment_sends_and_gets_has_the_shapes_of_the_sdk(
    deploy: Callable[[Mapping[str, Any]], Deployment],
) -> None:
    stack = deploy(EVERY_SETTING)
    make_platform(stack.world)
    stack.up()
    sent = [each for each in stack.requests() if each["method"] == "PUT" and each["status"] in {200, 201}]
    assert sent
    assert [wrong for each in sent for wrong in wrong_in_request(each["id"], each["body"])] == []
    missing = {one for each in stack.world.resources() for one in missing_in_answer(each["id"], each["body"])}
    assert sorted(one for one in missing if not any(fnmatchcase(one, pattern) for pattern in ABSENT)) == []
    assert [pattern for pattern in ABSENT if not any(fnmatchcase(one, pattern) for one in missing)] == []


def test_a_body_of_another_shape_is_found_out() -> None:
    identifier, body = _QUEUE
    assert wrong_in_request(identifier, body) == [f"{identifier}: QueueArgs has no messageCount"]
    assert "servicebus:Queue: sizeInBytes" in missing_in_answer(identifier, body)
    assert "servicebus:Queue: messageCount" not in missing_in_answer(identifier, body)
