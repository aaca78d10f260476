"""Reports: tables and JSON objects that the command line prints."""
