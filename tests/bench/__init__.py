"""Benchmarks: each figure beside a floor measured in the same run; they are no tests and never fail anything."""
