"""Cases of principals: rules about principals that get rights."""

from __future__ import annotations

from tests.backbone.case import Case
from tests.backbone.cases.parts import ORDERS
from tests.backbone.stack import PRINCIPAL, SUBSCRIPTION

PORTAL_ROLE = f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{PRINCIPAL}"


CASES: dict[str, tuple[Case, ...]] = {
    "a_portal_s_role_reads_nothing": (
        Case(
            wrong={
                "backbone:access": {
                    "portal": PRINCIPAL,
                    "portalRoleDefinitionId": PORTAL_ROLE.replace(PRINCIPAL, "8E3AF657-A8FF-443C-A75C-2FE8C4BCB635"),
                }
            },
            sentence="backbone:access.portalRoleDefinitionId: expected a custom role that reads no secrets and no "
            "messages and gives no rights, found the built-in role Owner. Leave it out, and the stack makes the role "
            "that a portal needs.",
            right=({"backbone:access": {"portal": PRINCIPAL, "portalRoleDefinitionId": PORTAL_ROLE}},),
        ),
    ),
    "a_principal_has_one_type": (
        Case(
            wrong={
                "backbone:access": {
                    "portal": PRINCIPAL,
                    "receivers": {"tracking@main": [{"id": PRINCIPAL, "type": "User"}]},
                }
            },
            sentence='backbone:access.receivers["tracking@main"][0]: expected type ServicePrincipal, as in another '
            "place for the same object id, found User. A principal without a type is a service principal.",
            right=({"backbone:access": {"portal": PRINCIPAL, "receivers": {"tracking@main": [PRINCIPAL]}}},),
        ),
        Case(
            wrong={
                "backbone:access": {
                    "receivers": {"tracking@main": [{"id": PRINCIPAL, "type": "Group"}]},
                    "senders": {"tracking@main": [PRINCIPAL]},
                }
            },
            sentence='backbone:access.senders["tracking@main"][0]: expected type Group, as in another place for the '
            "same object id, found ServicePrincipal. A principal without a type is a service principal.",
            right=(
                {
                    "backbone:access": {
                        "receivers": {"tracking@main": [PRINCIPAL]},
                        "senders": {"tracking@main": [{"id": PRINCIPAL, "type": "ServicePrincipal"}]},
                    }
                },
            ),
        ),
        Case(
            wrong={
                "backbone:namespace": ORDERS,
                "backbone:access": {"receivers": {"tracking@main": [PRINCIPAL]}},
                "backbone:subscriptions": {
                    "billing": {"to": "orders@main", "receiver": {"id": PRINCIPAL, "type": "User"}}
                },
            },
            sentence="backbone:subscriptions.billing.receiver: expected type ServicePrincipal, as in another place for "
            "the same object id, found User. A principal without a type is a service principal.",
            right=(
                {
                    "backbone:namespace": ORDERS,
                    "backbone:access": {"receivers": {"tracking@main": [PRINCIPAL]}},
                    "backbone:subscriptions": {"billing": {"to": "orders@main", "receiver": PRINCIPAL}},
                },
            ),
        ),
        Case(
            wrong={
                "backbone:access": {
                    "portal": PRINCIPAL,
                    "receivers": {"tracking@main": [{"id": PRINCIPAL, "type": "User"}]},
                }
            },
            sentence='backbone:access.receivers["tracking@main"][0]: expected type ServicePrincipal, as in another '
            "place for the same object id, found User. A principal without a type is a service principal.",
            right=({"backbone:access": {"portal": PRINCIPAL, "receivers": {"tracking@main": [PRINCIPAL]}}},),
        ),
    ),
    "a_portal_s_role_is_for_a_portal": (
        Case(
            wrong={"backbone:access": {"portalRoleDefinitionId": PORTAL_ROLE}},
            sentence="backbone:access.portalRoleDefinitionId: expected nothing, as there is no portal to give the role "
            f'to, found "{PORTAL_ROLE}". Name the portal\'s service principal in backbone:access.portal, or leave both '
            "out.",
            right=(
                {"backbone:access": {"portal": PRINCIPAL, "portalRoleDefinitionId": PORTAL_ROLE}},
                {"backbone:access": {"portal": PRINCIPAL}},
            ),
        ),
    ),
}
