"""How the net that labels the lines of a page is trained; see README.md."""
