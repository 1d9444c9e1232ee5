"""A visitor's own pictures: reading foreign files with distrust, and the library of them."""
