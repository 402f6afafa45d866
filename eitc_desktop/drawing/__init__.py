"""What is drawn, as plain data: boxes, lines and set text, for the screen, the printer and every file alike. No Qt."""
