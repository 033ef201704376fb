"""The demo's texts in Traditional Chinese, written for their own readers."""
