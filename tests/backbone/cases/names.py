"""Cases of names: rules about names that must differ."""

from __future__ import annotations

from tests.backbone.case import Case, namespace
from tests.backbone.cases.parts import ORDERS

CASES: dict[str, tuple[Case, ...]] = {
    "a_scale_unit_has_an_alias_of_its_own": (
        Case(
            wrong={"backbone:scaleUnits": {"main": {}}},
            sentence="backbone:scaleUnits.main: expected an alias other than main, which is the default namespace's, "
            'found "main". Choose another alias here or in backbone:namespace.alias.',
            right=({"backbone:scaleUnits": {"main2": {}}},),
        ),
    ),
    "namespaces_have_names_of_their_own": (
        Case(
            wrong={"backbone:scaleUnits": {"main-pair": {}}, "backbone:pairedNamespace": {"location": "northeurope"}},
            sentence='backbone:scaleUnits["main-pair"]: expected an alias that does not give the name of the secondary '
            'of main, found "main-pair". Choose another alias.',
            right=(
                {"backbone:scaleUnits": {"main-pair": {}}},
                {"backbone:scaleUnits": {"pair": {}}, "backbone:pairedNamespace": {"location": "northeurope"}},
            ),
        ),
    ),
    "a_queue_and_a_topic_differ_in_name": (
        Case(
            wrong=namespace(queues={"Orders": {}}, **ORDERS),
            sentence='backbone:namespace.topics.orders: expected a name other than "Orders", which is a queue of the '
            'same namespace, found "orders"',
            right=(namespace(queues={"Orders2": {}}, **ORDERS),),
        ),
        Case(
            wrong=namespace(topics={"Tracking": {}}),
            sentence='backbone:namespace.topics.Tracking: expected a name other than "tracking", which is a queue of '
            'the same namespace, found "Tracking"',
            right=({"backbone:scaleUnits": {"other": {"queue": "inbox", "topics": {"tracking": {}}}}},),
        ),
    ),
    "a_mapping_has_an_id_of_its_own": (
        Case(
            wrong={"backbone:mappings": {"MAIN": "disabled"}},
            sentence="backbone:mappings.MAIN: expected a QueueMappingId that is no alias, because an alias leads to "
            'its namespace\'s session queue, found "MAIN"',
            right=({"backbone:mappings": {"main2": "disabled"}},),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"other": {}}, "backbone:mappings": {"Other": "disabled"}},
            sentence="backbone:mappings.Other: expected a QueueMappingId that is no alias, because an alias leads to "
            'its namespace\'s session queue, found "Other"',
            right=({"backbone:mappings": {"Other": "disabled"}},),
        ),
    ),
}
