"""The review without its screen: the session, what a person can do in it, and what is shown of it."""
