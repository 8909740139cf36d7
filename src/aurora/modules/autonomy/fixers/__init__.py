"""Static fixers: what does not parse, import or resolve, put right before any test is run."""
