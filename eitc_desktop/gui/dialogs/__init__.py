"""Dialogs: none blocks, each is opened and answers by signals."""
