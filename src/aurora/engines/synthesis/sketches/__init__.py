"""Sketches: loops and recursions with holes, which the cheapest fitting expressions fill.

See Solar-Lezama, "Program synthesis by sketching" (2008), and for holes by cost Barke et al., "Just-in-time learning
for bottom-up enumerative synthesis" (2020).
"""
