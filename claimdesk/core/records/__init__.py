"""Frozen values that every part of the house shares; plain dataclasses, nothing imported but the standard library."""
