"""The subcommands: each module has `configure(parser)` and `run(arguments)` and works by one call."""
