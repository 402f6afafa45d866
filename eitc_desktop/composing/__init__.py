"""Setting papers into pages: page furniture, tables, running text on the grid of GB/T 9704, posters. No Qt."""
