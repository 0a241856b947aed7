"""The stages in their order, each named with what it takes and yields.

Importing this module imports every stage; only who runs them all should.
"""

from twosource.pipeline.assembly import STAGES_OF_THE_PILE
from twosource.pipeline.reading import STAGES_OF_A_PAGE

STAGES = (*STAGES_OF_A_PAGE, *STAGES_OF_THE_PILE)
"""The flow, from a capture to claims; those of grain ``each`` see one page at a time."""
