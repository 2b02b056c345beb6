"""Query parameters that only say how a reader came to a page.

Names are those that Google Analytics, Meta, Microsoft, Twitter/X, HubSpot, Mailchimp, Yandex, Matomo, AT Internet,
Adobe, Outbrain and Taboola document for their own campaign tagging and click identifiers.
"""

from __future__ import annotations

_PREFIXES = (
    "utm_",
    "pk_",
    "mtm_",
    "matomo_",
    "piwik_",
    "hsa_",
    "at_",
    "ns_",
    "ga_",
    "stm_",
    "wt_",
    "wt.",
    "oly_",
    "vero_",
    "mkt_",
)

_NAMES = frozenset(
    [
        "fbclid",
        "gclid",
        "gclsrc",
        "dclid",
        "wbraid",
        "gbraid",
        "msclkid",
        "yclid",
        "twclid",
        "ttclid",
        "igshid",
        "igsh",
        "li_fat_id",
        "mc_cid",
        "mc_eid",
        "_ga",
        "_gl",
        "_hsenc",
        "_hsmi",
        "hsctatracking",
        "s_kwcid",
        "ef_id",
        "s_cid",
        "cmpid",
        "ncid",
        "cid_source",
        "ocid",
        "xtor",
        "dicbo",
        "oborigurl",
        "tblci",
        "spm",
        "smid",
        "smtyp",
        "guccounter",
        "guce_referrer",
        "guce_referrer_sig",
        "__twitter_impression",
        "ref_src",
        "ref_url",
        "feature_source",
    ]
)


def is_tracking(name: str) -> bool:
    """Tell whether a query parameter only tracks where readers come from.

    >>> is_tracking("utm_source"), is_tracking("fbclid"), is_tracking("id"), is_tracking("page")
    (True, True, False, False)
    """
    name = name.lower()
    return name in _NAMES or name.startswith(_PREFIXES)
