"""Cases of load: rules about the expected load."""

from __future__ import annotations

from typing import Any

from tests.backbone.case import Case
from tests.backbone.cases.parts import ORDERS, queue


def _load(address: str, size: float) -> dict[str, Any]:
    return {"backbone:load": {address: {"messageSizeInKilobytes": size}}}


CASES: dict[str, tuple[Case, ...]] = {
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
            wrong={**queue("Premium", maxMessageSizeInKilobytes=2048), **_load("inbox@main", 2049)},
            sentence='backbone:load["inbox@main"].messageSizeInKilobytes: expected at most 2048, the largest message '
            "that inbox@main takes, found 2049. Set maxMessageSizeInKilobytes of inbox@main to more.",
            right=({**queue("Premium", maxMessageSizeInKilobytes=2048), **_load("inbox@main", 2048)},),
        ),
    ),
}
