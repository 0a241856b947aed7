"""Reading of text that keeps offsets: words, sentences, quotations, dates, numbers and names."""
