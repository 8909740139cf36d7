"""Program repair: localise, propose, run, rank, judge."""
