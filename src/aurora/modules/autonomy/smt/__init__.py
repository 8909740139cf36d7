"""Problems put to an SMT solver, and its answers as Python."""
