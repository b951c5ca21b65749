"""What a user reads who removes a scale unit."""

from __future__ import annotations

from backbone import removal
from tests.backbone.stack import parse


def test_a_unit_that_is_deployed_and_not_declared_any_more_has_been_removed() -> None:
    settings = parse({"backbone:scaleUnits": {"billing": {}}, "backbone:mappings": {"shop": "disabled"}})
    mapped = ["billing", "default", "press", "shipments", "shop"]
    assert removal.removed_units(settings, mapped, {"main", "billing", "shipments"}) == ["shipments"]


def test_the_default_namespace_is_no_scale_unit() -> None:
    settings = parse({"backbone:namespace": {"alias": "core"}})
    assert removal.removed_units(settings, ["default"], {"main"}) == []


def test_whoever_removes_a_unit_reads_how_to_do_it_on_purpose() -> None:
    assert removal.refusal("press") == (
        "The scale unit press is deployed and protected, so it cannot be removed from backbone:scaleUnits. To remove "
        "it on purpose: set status to `SendDisabled` on its queues and run `pulumi up`; let its receivers empty them, "
        "dead letters too; then remove it, set backbone:mappings.press to `disabled`, run the `pulumi state unprotect` "
        "that `pulumi preview` prints, and run `pulumi up`."
    )


def test_whoever_has_removed_a_unit_reads_what_is_lost_and_what_lets_go_of_it() -> None:
    lost = (
        "The scale unit press is no longer declared: its namespace is deleted, with every message that is still in it."
    )
    assert removal.notice("press", ()) == lost
    assert removal.notice("press", ["urn:a", "urn:b"]) == (
        f"{lost} If the preview says that it is protected, run first: pulumi state unprotect 'urn:a' 'urn:b'"
    )
