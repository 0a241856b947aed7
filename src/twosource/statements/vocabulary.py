"""The words that tell what speaks beside people and bodies: documents, papers; and what does not.

Written by hand from common news English. The words of which names are made stand in
:mod:`twosource.text.names.vocabulary`, names in the shipped tables.
"""

from __future__ import annotations

PAPERS = frozenset("""newspaper magazine broadcaster paper channel outlet""".split())
"""What takes up an outlet that was named before: "the newspaper said"."""
INDEFINITE = frozenset(
    """one a an another some several many few media news press local unconfirmed various""".split()
)
"""Words before "report" that mean no report in particular: "one report", "local media reports"."""
