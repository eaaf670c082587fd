"""Rates: how often something went well, with what the numbers can and cannot say."""
