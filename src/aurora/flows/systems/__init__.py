"""The five autonomous systems: one small frame, and five thin parts that stand in it."""
