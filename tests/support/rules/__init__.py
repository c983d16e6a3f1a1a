"""Rules that hold for whatever there is: each function returns what breaks one."""
