"""The organisation chart on the screen."""
