"""What a stack file says about prices."""

from dataclasses import dataclass
from typing import Annotated

from backbone.settings import domain
from backbone.settings.field import Setting


@dataclass(frozen=True, kw_only=True)
class PriceSettings:
    """Prices that replace those of a plan's own table; None keeps the table's."""

    currency: Annotated[domain.Currency | None, Setting("Currency of the prices.")] = None
    standard_base_hour: Annotated[
        domain.Price | None, Setting("Base charge of the Standard tier, per subscription and hour.")
    ] = None
    standard_operations: Annotated[
        domain.Price | None, Setting("A million operations of the Standard tier, above the included ones.")
    ] = None
    standard_connections: Annotated[
        domain.Price | None, Setting("A brokered connection of the Standard tier per month, above the included ones.")
    ] = None
    premium_unit_hour: Annotated[domain.Price | None, Setting("A messaging unit per hour.")] = None
