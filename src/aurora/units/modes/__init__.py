"""Execution modes: operations with typed input and output, a budget, and a way to verify the result."""
