"""Sets of utterances with the modes that their authors meant, and what routing them costs."""
