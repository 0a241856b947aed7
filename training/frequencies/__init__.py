"""How the background of features was counted."""
