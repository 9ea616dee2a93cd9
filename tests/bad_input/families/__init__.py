"""One module for each family of bad input; each has its table in CASES."""
