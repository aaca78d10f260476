"""The keyboard: the key table, a user's keymap over it, and the line of keys at the foot."""
