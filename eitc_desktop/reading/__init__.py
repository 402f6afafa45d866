"""Text → Provision: decoding, outline, one reader a chapter, coverage, findings. No Qt, no database."""

from __future__ import annotations

from eitc_desktop.reading.decoding import MAX_BYTES, decode
from eitc_desktop.reading.reader import read_provision

__all__ = ["MAX_BYTES", "decode", "read_provision"]
