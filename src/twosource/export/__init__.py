"""What leaves the pile as files: one module for each format."""
