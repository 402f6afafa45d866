"""Papers as Word and Excel files. No Qt."""
