"""Small widgets that several panes share; none knows a pane."""
