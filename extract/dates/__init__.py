"""Points and stretches of time: their expressions, and the calendar dates that they mean."""
