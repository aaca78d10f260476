"""Reading and writing the files of others, one format a module."""
