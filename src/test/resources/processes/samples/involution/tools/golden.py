# The stand-in for python does what this would do.
