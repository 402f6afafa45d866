"""Painting a Drawing with Qt: fonts of papers, measuring, the one painter."""
