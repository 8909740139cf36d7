"""The live streams: every listener hears what happens, in order, and resumes where it stopped."""
