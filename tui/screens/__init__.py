"""The screens: queue, review, and the dialogs over them."""
