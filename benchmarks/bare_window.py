"""The yardstick: an empty QMainWindow of the same size, and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
window.show()
sys.exit(application.exec())
