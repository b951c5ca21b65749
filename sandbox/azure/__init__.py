"""What Azure is: its resource types, described by tables, and the rules that it enforces, each with its source."""
