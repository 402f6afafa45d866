"""Papers to files and printers, and the dialogs for it."""
