"""The stages in order, and the runner for one machine: inputs, worker processes, limits.

``twosource.pipeline.tracing`` brings a pile up to date; ``stages`` names the stages; ``assembly``
runs those that see the whole pile; ``crew`` keeps the worker processes that read single pages.
Nothing heavy is imported here, so that a program that only reads a pile starts at once.
"""
