"""Use cases of the offline review: recording, progress, carrying from computer to computer."""
