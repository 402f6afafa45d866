"""The vocabulary as frozen dataclasses: no I/O, no Qt."""
