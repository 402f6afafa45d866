"""The program tries itself: the real window, its dialogs, papers and review, in folders that nobody else uses."""
