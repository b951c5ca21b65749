"""Azure's regions, as far as they are known here: a new one is none the worse for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.addresses import nearest
from backbone.forwarding import Caution
from backbone.settings.keys import LOCATION_KEY, PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings import Settings
    from backbone.settings.path import Path

_PUBLIC = """
australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth
brazilsoutheast canadacentral canadaeast centralindia centralus chilecentral denmarkeast eastasia eastus
eastus2 francecentral francesouth germanynorth germanywestcentral indonesiacentral israelcentral italynorth
japaneast japanwest koreacentral koreasouth malaysiawest mexicocentral newzealandnorth northcentralus
northeurope norwayeast norwaywest polandcentral qatarcentral southafricanorth southafricawest southcentralus
southeastasia southindia spaincentral swedencentral switzerlandnorth switzerlandwest uaecentral uaenorth
uksouth ukwest westcentralus westeurope westindia westus westus2 westus3
"""
PUBLIC = frozenset(_PUBLIC.split())
"""The public cloud's (learn.microsoft.com/azure/reliability/regions-list)."""

_NATIONAL = """
chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3 usdodcentral usdodeast usgovarizona
usgoviowa usgovtexas usgovvirginia
"""
NATIONAL = frozenset(_NATIONAL.split())
"""Those of the clouds for the government of the United States and for China
(learn.microsoft.com/azure/azure-government and docs.azure.cn)."""


def cautions(settings: Settings) -> Iterator[Caution]:
    """A caution for each region that is none that is known, once, where it is said first."""
    said: dict[str, Path] = {settings.location: (LOCATION_KEY,)}
    said.setdefault(settings.namespace.location, (PREFIX + "namespace", "location"))
    for alias, unit in settings.scale_units.items():
        said.setdefault(unit.location, (PREFIX + "scaleUnits", alias, "location"))
    known = PUBLIC | NATIONAL
    for region in sorted(said.keys() - known):
        near = nearest(region, sorted(known))
        hint = f" Did you mean {near[0]}?" if near else ""
        yield Caution(path=said[region], message=f"{region} is no Azure region that is known here.{hint}")
