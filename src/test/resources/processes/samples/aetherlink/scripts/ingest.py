# The stand-in for python does what this would do: the service writes an entry.
