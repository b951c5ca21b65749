"""What a stack file says about alerts."""

from dataclasses import dataclass
from typing import Annotated

from backbone import limits
from backbone.settings import domain
from backbone.settings.field import Setting
from backbone.settings.gathering import Count, Distinct

EMAILS_COUNT = Count(
    id="emails-count",
    most=limits.EMAIL_RECEIVERS_PER_ACTION_GROUP,
    what="a list of at most 1000 e-mail addresses",
)
EMAILS_DISTINCT = Distinct(id="emails-distinct", what="each e-mail address once")


@dataclass(frozen=True, kw_only=True)
class AlertSettings:
    """What is watched, and who is told."""

    emails: Annotated[
        tuple[domain.Email, ...], EMAILS_COUNT, EMAILS_DISTINCT, Setting("Addresses that alerts go to.")
    ] = ()
    dead_letters: Annotated[bool, Setting("Whether dead-lettered messages raise an alert.")] = True
    throttling: Annotated[bool, Setting("Whether throttled requests raise an alert.")] = True
    secret_reads: Annotated[bool, Setting("Whether a secret read by anyone but the function raises an alert.")] = True
