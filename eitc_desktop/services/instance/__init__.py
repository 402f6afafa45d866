"""One window for each user and library: who starts a second time hands over to the first, and ends.

The first start holds a lock that the system drops when its process ends, however that is, and listens at a local
socket. Both lie in a folder that nobody else may enter. All of this comes before Qt, and costs the start a millisecond.
"""

from eitc_desktop.services.instance.claim import Claim, claim_or_hand_over, hand_over, try_claim
from eitc_desktop.services.instance.messages import SHOWN, BadMessage, Request, request_in
from eitc_desktop.services.instance.spots import Spot, spot_of

__all__ = [
    "SHOWN",
    "BadMessage",
    "Claim",
    "Request",
    "Spot",
    "claim_or_hand_over",
    "hand_over",
    "request_in",
    "spot_of",
    "try_claim",
]
