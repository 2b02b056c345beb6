"""Units of measurement and magnitudes as they stand behind a number.

Source: the SI brochure (9th edition) with its prefixes, and units in common technical and medical use.
"""

from __future__ import annotations

_PREFIXES = ("", *"yzafpnμµumcdhkKMGTPEZ", "da")
_PREFIXED = (
    "A B C F H J K L M N S T U V W b g l m s t Ω ℓ Ah Bq Da Gy Hz Pa Sv VA Wb Wh bp cd eV lm lx pc sr Vpp "
    "bar bit bps cal dpi gal kat mol ppm rad byte FLOPS FLOPs "
)
_OTHER = (
    "B G K M R d h k Å AU Ci DM IU Mx Np Oe au bn cc dB em ft gf ha hr in lb ly mi oz pt px sq tf wk wt "
    "yd yr CFU CHF CNY EUR FPS GBP Gal RMB USD atm cfu dBi dBm dpt fps hrs kgf kip kmh kph ksi lbs min "
    "mph osm ppb ppm psi rcf rem rev rpm rps vol yrs Euro Torr mOsm mesh mmHg Einstein "
)

UNITS = frozenset({prefix + unit for prefix in _PREFIXES for unit in _PREFIXED.split()} | set(_OTHER.split()))
"""Every prefixed and plain unit; one letter counts only behind a number and upright."""

_IN_WORDS = (
    "X x AM PM am pm day sec bits days hour mins secs unit week year bytes cents euros hours liter litre "
    "meter metre month pages steps times units weeks words years cycles epochs layers liters litres "
    "meters metres minute months people pixels points second tokens billion dollars million minutes "
    "samples seconds thousand trillion iterations "
)
_IN_CHINESE = (
    "元 万元 亿元 万 亿 天 年 月 日 周 分钟 小时 秒 米 厘米 毫米 千米 公里 平方米 克 千克 公斤 吨 升 毫升 "
    "个 人 次 倍 岁 度 页 條 条"
)
COUNTED = frozenset((_IN_WORDS + _IN_CHINESE).split())
"""What is counted or measured in words, behind a number only."""

_NEVER_PRODUCTS = (
    "cm mm km kg mg ml mL nm dB Hz kHz MHz GHz kbps Mbps bps kW MW kWh KB kB MB GB TB keV MeV GeV eV rpm fps"
)
ITALIC = frozenset(_NEVER_PRODUCTS.split())
"""Units that are units even in italics: no product of variables is written so."""
