"""Use cases, without Qt and without threads; what takes long tells how far it is through a callback."""
