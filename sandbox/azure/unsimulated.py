"""What the simulated Azure does not do, and what follows from that for somebody who relies on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One thing of Azure that is missing here.

    Attributes:
        what: The thing, as a phrase.
        consequence: What it means for a deployment that works here, or for a program that needs it.
    """

    what: str
    consequence: str


RESOURCE_MANAGER = (
    Gap(
        what="provisioning time and long-running operations",
        consequence="Every call is decided at once, and takes time only where a fault with a delay is planned; "
        "provisioningState is Succeeded in every answer, there is no 202 and nothing to poll, and no operation fails "
        "half-way.",
    ),
    Gap(
        what="propagation delays",
        consequence="A role assignment, an identity or a DNS record works in the next call; on Azure it can take "
        "minutes, so that what a client does meanwhile is not seen here.",
    ),
    Gap(
        what="throttling other than by Service Bus, and faults that come by themselves",
        consequence="Resource Manager's own limits of calls and those of other providers are not counted; 5xx is "
        "answered only where a fault is planned.",
    ),
    Gap(
        what="conditional requests",
        consequence="If-Match and If-None-Match have no place in a call; the last write wins.",
    ),
    Gap(
        what="API versions as different shapes",
        consequence="A type takes the same body under each of its API versions: that of the newest.",
    ),
    Gap(
        what="paging and query options of lists",
        consequence="A list is answered whole; filters, $top and $skipToken are not known.",
    ),
    Gap(
        what="deployments, template expressions, deployment stacks and what-if",
        consequence="Microsoft.Resources has resource groups only; templates cannot be deployed.",
    ),
    Gap(
        what="moving resources between groups and subscriptions",
        consequence="A resource stays where it was made.",
    ),
    Gap(
        what="quotas that no rule in the tables above states",
        consequence="Limits of regions, of other resource types and of subscriptions are not counted, capacity never "
        "runs out, and every region offers every type.",
    ),
    Gap(
        what="bounds and formats of settings that have no effect here",
        consequence="Among them the ids in access policies, the retention of change feeds and of diagnostic settings, "
        "scale limits, and open enumerations: a value that Azure would refuse is kept.",
    ),
    Gap(
        what="resource types that no table above mentions",
        consequence="They are refused with InvalidResourceType; nothing is accepted unseen.",
    ),
)
ACCESS = (
    Gap(
        what="management groups",
        consequence="Scopes begin at the subscription; roles and policies inherited from above it are missing.",
    ),
    Gap(
        what="Azure Policy",
        consequence="No policy refuses, changes or audits a request.",
    ),
    Gap(
        what="deny assignments",
        consequence="What a role allows is allowed.",
    ),
    Gap(
        what="conditions that speak of principals, the environment, blob paths or tags",
        consequence="They are refused as invalid, as are numeric, date and boolean operators; what a request does not "
        "tell fulfils nothing.",
    ),
    Gap(
        what="Privileged Identity Management and Conditional Access",
        consequence="A principal holds what is assigned to it and to its groups, always.",
    ),
    Gap(
        what="Microsoft Entra: app registrations, federated credentials, sign-in",
        consequence="Principals are made known by name and object id; nobody proves who he is.",
    ),
    Gap(
        what="built-in roles beyond those that messaging, vaults, storage and their deployment need",
        consequence="Assigning another one is refused as if the definition did not exist.",
    ),
)
DATA = (
    Gap(
        what="message flow",
        consequence="No message is sent, forwarded, filtered, dead-lettered or received; counts stay 0, SQL "
        "filters and actions are read by their grammar and never run, and sessions have no order to keep.",
    ),
    Gap(
        what="entities that delete themselves",
        consequence="autoDeleteOnIdle is kept and answered; no entity ever becomes idle.",
    ),
    Gap(
        what="geo-replication and migration of namespaces",
        consequence="Replicas are kept as configuration, replicate nothing and are never promoted; a Standard "
        "namespace cannot be migrated to Premium.",
    ),
    Gap(
        what="how long a pair of namespaces takes to be made, to catch up, to break and to fail over",
        consequence="A change of the primary is at the secondary in the same call; nothing is pending, and an unsafe "
        "failover loses nothing.",
    ),
    Gap(
        what="keys and certificates of vaults, and secrets' backup",
        consequence="Vaults hold secrets only; encryption with customer-managed keys is configuration without effect.",
    ),
    Gap(
        what="blobs, queues, tables and files",
        consequence="Storage accounts have blob containers without contents; there is no fail-over and no lifecycle "
        "rule.",
    ),
    Gap(
        what="running functions",
        consequence="A site holds its configuration; no code is deployed, started, scaled or called.",
    ),
)
NETWORK = (
    Gap(
        what="packets",
        consequence="Whether a vault's firewall or private endpoint lets somebody in is decided for the vault's data "
        "plane alone; no other connection is made.",
    ),
    Gap(
        what="DNS resolution",
        consequence="Zones, links and records are resources; no name is resolved. Record sets cannot be written.",
    ),
    Gap(
        what="network security groups, route tables, NAT gateways, peerings and DDoS plans as resources",
        consequence="None can be made, so a subnet or network that refers to one is refused.",
    ),
)
MONITORING = (
    Gap(
        what="metrics, logs and their contents",
        consequence="Diagnostic settings and workspaces are configuration; nothing is collected, and queries are not "
        "run.",
    ),
    Gap(
        what="alerts that fire",
        consequence="An alert's rules are checked; it never fires, and nobody gets a mail.",
    ),
    Gap(
        what="cost and the activity log",
        consequence="Nothing is billed; requests.jsonl records the calls instead.",
    ),
)
GAPS = {
    "Resource Manager": RESOURCE_MANAGER,
    "Who may do what": ACCESS,
    "Data and running services": DATA,
    "Networks": NETWORK,
    "Monitoring": MONITORING,
}
"""The gaps by what they are about."""
