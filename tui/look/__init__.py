"""The look: themes, readable colours, and the terminal's own background."""
