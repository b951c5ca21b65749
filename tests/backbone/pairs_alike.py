"""Why two mistakes may change what is reported of each other; each exception is named."""

from __future__ import annotations

ALIKE: dict[str, set[str]] = {
    "the tier decides what a namespace may say, and one case sets it for the other": {
        "capacity_is_premium",
        "messaging_units_fit_the_partitions",
        "express_is_standard",
        "express_goes_without_duplicate_detection",
        "partitioning_is_the_namespaces_on_premium",
        "client_affinity_is_premium",
        "a_client_affine_subscription_names_its_client",
        "a_load_s_messages_fit_their_entity",
        "the_subnet_holds_the_private_endpoints",
    },
    "further namespaces are further private endpoints to count": {
        "the_subnet_holds_the_private_endpoints",
        "a_forward_leads_to_a_queue_or_topic",
        "a_scale_unit_has_an_alias_of_its_own",
        "namespaces_have_names_of_their_own",
        "a_mapping_has_an_id_of_its_own",
        "a_pairing_to_copy_exists",
        "a_secondary_is_in_another_region",
        "an_address_leads_somewhere",
        "a_session_queue_s_id_fits_a_tag",
    },
    "existing subnets come in place of those whose addresses are counted": {
        "the_subnet_holds_the_private_endpoints",
        "existing_subnets_come_together",
        "the_integration_subnet_serves_nothing_else",
    },
    "the name of the session queue: another one leaves no queue tracking, or spells it otherwise": {
        "a_session_queue_s_id_fits_a_tag",
        "the_session_queue_has_sessions",
        "a_queue_and_a_topic_differ_in_name",
        "a_forward_leads_elsewhere",
        "a_chain_has_at_most_four_hops",
        "a_session_enabled_source_does_not_forward",
        "a_source_does_not_delete_itself",
        "nobody_receives_from_a_source",
        "an_address_leads_somewhere",
        "a_mapped_queue_does_not_forward",
        "a_mapped_queue_s_id_fits_a_tag",
        "a_load_s_messages_fit_their_entity",
        "a_principal_has_one_type",
    },
    "one object id is one principal, in whichever case it stands": {
        "a_principal_has_one_type",
        "nobody_receives_from_a_source",
        "a_rule_has_one_filter",
        "an_address_leads_somewhere",
        "a_subscription_is_declared_once",
        "a_portal_s_role_reads_nothing",
        "a_portal_s_role_is_for_a_portal",
        "an_sql_filter_is_a_condition",
    },
    "the pairing of the default namespace is what a unit copies": {
        "namespaces_have_names_of_their_own",
        "a_pairing_to_copy_exists",
        "a_secondary_is_in_another_region",
        "a_scale_unit_has_an_alias_of_its_own",
    },
    "the names of the resource group and of what ends in the suffix are parts of a queue's id": {
        "an_existing_group_comes_with_a_suffix",
        "a_vault_is_recovered_by_its_fixed_name",
        "a_session_queue_s_id_fits_a_tag",
        "a_mapped_queue_s_id_fits_a_tag",
    },
    "one case gives the subnet that the other one misses": {
        "existing_subnets_come_together",
        "the_integration_subnet_serves_nothing_else",
    },
}
"""Rules whose cases share a setting that only one of them names, by what it is."""

_IDS = {"a_session_queue_s_id_fits_a_tag", "a_mapped_queue_s_id_fits_a_tag"}

RELIED_ON: dict[str, tuple[str, set[str]]] = {
    "the region is taken over by whatever says no other": (
        r"azure-native:location|backbone:namespace(\.location)?",
        {"a_secondary_is_in_another_region"},
    ),
    "a namespace that is nothing says nothing of its tier, its alias and its queues": (
        r"backbone:namespace",
        {
            "a_scale_unit_has_an_alias_of_its_own",
            "an_address_leads_somewhere",
            "capacity_is_premium",
            "a_load_s_messages_fit_their_entity",
            "a_mapping_has_an_id_of_its_own",
        },
    ),
    "an alias that is none may be meant to be any": (
        r"backbone:namespace\.alias",
        {
            *_IDS,
            "a_scale_unit_has_an_alias_of_its_own",
            "an_address_leads_somewhere",
            "a_load_s_messages_fit_their_entity",
            "a_mapping_has_an_id_of_its_own",
        },
    ),
    "a tier that is none may be meant to be either": (
        r"backbone:namespace\.sku",
        {
            "capacity_is_premium",
            "client_affinity_is_premium",
            "a_load_s_messages_fit_their_entity",
        },
    ),
    "partitions that are none leave open how many": (
        r"backbone:namespace\.(partitions|messagingUnits)",
        {"partitioning_is_the_namespaces_on_premium", "messaging_units_fit_the_partitions"},
    ),
    "a session queue's name that is none may be meant to be any": (
        r"backbone:namespace\.queue",
        {
            "a_session_enabled_source_does_not_forward",
            "a_queue_and_a_topic_differ_in_name",
            "the_session_queue_has_sessions",
            "a_forward_leads_to_a_queue_or_topic",
            "an_address_leads_somewhere",
            "a_load_s_messages_fit_their_entity",
            "a_mapped_queue_has_sessions",
        },
    ),
    "a mapping of queues or topics that is none may be meant to have the missing one": (
        r"backbone:namespace\.(queues|topics)",
        {"a_forward_leads_to_a_queue_or_topic", "an_address_leads_somewhere"},
    ),
    "a mapping of units or subscriptions that is none may be meant to have the missing one": (
        r"backbone:(scaleUnits|subscriptions)(\.<key>\.to)?",
        {"an_address_leads_somewhere"},
    ),
    "names that are none have no length": (r"backbone:(workload|existing\.(suffix|resourceGroup))", _IDS),
    "further namespaces are counted, and say nothing of their tier": (
        r"backbone:scaleUnits.*|backbone:existing(\.privateEndpointSubnetId)?",
        {"the_subnet_holds_the_private_endpoints"},
    ),
    "a pairing is one, whatever of it is refused: units copy it, and it takes a name": (
        r"backbone:pairedNamespace.*",
        {"a_pairing_to_copy_exists", "a_secondary_is_in_another_region", "namespaces_have_names_of_their_own"},
    ),
    "a portal that is none is still meant to be one": (
        r"backbone:access\.portal(RoleDefinitionId)?",
        {"a_portal_s_role_is_for_a_portal", "a_principal_has_one_type"},
    ),
    "an existing group and its suffix are each asked for with the other": (
        r"backbone:existing(\..*)?",
        {"an_existing_group_comes_with_a_suffix", "a_vault_is_recovered_by_its_fixed_name", *_IDS},
    ),
    "the second subnet is asked for where the first is, whatever it is": (
        r"backbone:existing\..*Subnet.*",
        {"existing_subnets_come_together", "the_integration_subnet_serves_nothing_else"},
    ),
    "the case that is read with it makes of tracking@main a queue that is not there, or one that forwards": (
        r"backbone:(access\.(receivers|senders)|load|routes|mappings).*",
        {"a_session_queue_s_id_fits_a_tag", "a_session_enabled_source_does_not_forward"},
    ),
}
"""By reason: the settings, as a regular expression, and the rules that may be silent or speak where one is refused."""
