"""Desktop viewer for 三定规定: provisions that fix an agency's functions, divisions and staffing."""

__version__ = "0.1.0"
