"""The kinds of work that can be handed over as a job, one file each; `kinds.py` lists them."""
