"""Numbers in running text: what they are worth, how they are bounded, and what they count."""

from twosource.text.numbers.comparing import Comparison, compare
from twosource.text.numbers.finding import Number, find_numbers

__all__ = ["Comparison", "Number", "compare", "find_numbers"]
