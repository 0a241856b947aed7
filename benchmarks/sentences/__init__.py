"""Four hundred news sentences labelled by hand, named by file and offsets; no texts are kept here.

``labels.jsonl`` holds one sentence a line: the file it stands in, its offsets there, its half, and
the numbers and names in it with offsets into the sentence. A rule's writer may look at the
``build`` half; scores are reported on ``kept``.
"""
