"""The English texts of the demo, written for English readers."""
