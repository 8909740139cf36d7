"""What may be promised: one file per contract, with its laws."""
