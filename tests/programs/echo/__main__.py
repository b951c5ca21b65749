"""A program that exports the configuration as the engine hands it over."""

import os

import pulumi

pulumi.export("config", os.environ["PULUMI_CONFIG"])
pulumi.export("secretKeys", os.environ["PULUMI_CONFIG_SECRET_KEYS"])
