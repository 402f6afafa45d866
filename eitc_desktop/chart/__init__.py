"""Geometry of organisation charts: units and a text measurer in, boxes, lines and set text out. No Qt."""
