"""Cases of targets: rules about the queues that mappings lead to, whose resource ids stand in tags."""

from __future__ import annotations

from tests.backbone.case import Case, namespace
from tests.backbone.stack import GROUP

EXISTING = f"{GROUP}/Microsoft.ServiceBus/namespaces/their-bus/queues/"


CASES: dict[str, tuple[Case, ...]] = {
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
}
