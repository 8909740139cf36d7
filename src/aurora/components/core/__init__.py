"""The engines that do the work."""
