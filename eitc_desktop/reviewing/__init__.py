"""Reviews: what was entered, found again on a provision, merged, and carried between computers. No Qt, no I/O."""
