"""teamops: the day book of a sales team."""

import os

__version__ = "0.1.0"

# Textual asks some terminals to report every key, and input methods then lose composed Chinese text.
# The framework reads this once, when it is first imported.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
