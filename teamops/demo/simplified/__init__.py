"""The demo's texts in Simplified Chinese, written for their own readers."""
