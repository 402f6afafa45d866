"""``python -m eitc_desktop``: the same as the ``eitc-desktop`` command."""

from eitc_desktop.cli import main

if __name__ == "__main__":
    main()
