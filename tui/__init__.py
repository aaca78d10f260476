"""What a person touches: the review screen and the `akapen` command line."""
