"""The offline review in the window: what is entered, shown, carried and merged."""
