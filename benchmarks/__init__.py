"""How fast the program starts and how its cost grows: `make bench`."""
