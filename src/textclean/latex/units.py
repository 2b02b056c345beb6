"""Units of measurement and magnitudes as they stand behind a number.

Source: the SI brochure (9th edition) with its prefixes, and units in common technical and medical use.
"""

from __future__ import annotations

_PREFIXED = {"m", "g", "s", "A", "K", "mol", "cd", "Hz", "N", "Pa", "J", "W", "C", "V", "F", "S", "Wb", "T", "H", "lm", "lx", "Bq", "Gy", "Sv", "kat", "L", "l", "ℓ", "B", "b", "bit", "byte", "eV", "cal", "Wh", "bar", "bps", "Da", "M", "U", "Ω", "ppm", "rad", "sr", "t", "pc", "Ah", "VA", "Vpp", "gal", "dpi", "FLOPS", "FLOPs", "bp", "pixels"}
_PREFIXES = ("", "y", "z", "a", "f", "p", "n", "μ", "µ", "u", "m", "c", "d", "da", "h", "k", "K", "M", "G", "T", "P", "E", "Z")
_OTHER = {
    "min", "h", "hr", "hrs", "d", "wk", "yr", "yrs", "a", "ha", "in", "ft", "yd", "mi", "oz", "lb", "lbs", "psi", "mph", "rpm", "rps",
    "atm", "Torr", "mmHg", "dB", "dBm", "dBi", "Np", "px", "pt", "em", "fps", "FPS", "ppm", "ppb", "wt", "vol", "IU", "au", "AU", "ly",
    "Å", "sec", "secs", "mins", "hour", "hours", "days", "day", "week", "weeks", "year", "years", "month", "months", "minutes",
    "minute", "second", "seconds", "meter", "meters", "metres", "metre", "pm", "am", "PM", "AM", "x", "X", "K", "M", "B", "bn", "k",
    "million", "billion", "trillion", "thousand", "kip", "ksi", "cc", "kph", "kmh", "cfu", "CFU", "rcf", "bits", "bytes",
    "tokens", "words", "pages", "points", "samples", "epochs", "steps", "times", "people", "sq", "DM", "Euro", "euros", "dollars",
    "USD", "EUR", "GBP", "CNY", "RMB", "CHF", "mesh", "vs", "nd", "wt", "units", "unit", "cents", "litres", "liters", "litre",
    "Einstein", "dpt", "Gal", "gf", "kgf", "tf", "rev", "cycles", "osm", "mOsm", "Oe", "G", "Mx", "R", "Ci", "rem",
}  # fmt: skip

UNITS = frozenset({prefix + unit for prefix in _PREFIXES for unit in _PREFIXED} | _OTHER)
"""Every prefixed and plain unit; one letter counts only behind a number and upright."""
