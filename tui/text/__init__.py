"""Text in terminal cells: widths, line breaking, steps, folding for searches."""
