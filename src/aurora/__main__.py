"""`python -m aurora` is the console script."""

from aurora.app import main

main()
