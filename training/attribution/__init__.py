"""How the attribution tagger is made: who is quoted, with which words, learned from PolNeAR."""
