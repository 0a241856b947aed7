"""News passages outside PolNeAR whose attributions were labelled by hand; no texts are kept here.

``passages.jsonl`` says where each passage stands and what its digest is, ``labels_a.jsonl`` what a
first reader found in it, ``guide.md`` what counts. Nothing is trained or tuned on these passages.
"""
