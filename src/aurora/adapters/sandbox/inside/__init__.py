"""What runs behind the sandbox's border: single-threaded servers, and the programs and guests they fork."""
