"""Parts of the autonomy family: strategies of synthesis, operators of repair, static fixers."""
