"""News passages outside PolNeAR whose attributions were labelled by hand; no texts are kept here.

``passages.jsonl`` says where each passage stands and what its digest is, ``guide.md`` what counts,
``labels_a.jsonl`` and ``labels_b.jsonl`` what two readers found in it, each alone, and
``labels.jsonl`` what was settled between them. Nothing is trained or tuned on these passages.
"""
