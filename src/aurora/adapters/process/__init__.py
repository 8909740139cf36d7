"""The processes of a machine: started, watched, asked, ended, adopted; and a simulated world for tests."""
