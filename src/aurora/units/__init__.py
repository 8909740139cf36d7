"""The power units: what a user sees and can switch off."""
