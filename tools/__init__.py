"""What a fresh machine needs before the first deployment: the virtual environment and the Pulumi CLI."""
