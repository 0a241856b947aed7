"""Two hundred pairs of numbers labelled by hand, named by file and offsets; no texts are kept here.

``pairs.jsonl`` holds one pair a line: where the two sentences stand, where the number stands in
each, how the two figures relate (see guide.md), and the half. A rule's writer may look at the
``build`` half; scores are reported on ``kept``.
"""
