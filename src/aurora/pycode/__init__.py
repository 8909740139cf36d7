"""Pure tools on Python text: nothing here runs code or touches the world."""
