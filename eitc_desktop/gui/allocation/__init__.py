"""The parts of the tab 编制方案: a scenario's table with its sums, its dialogs, and two scenarios beside each other."""
