"""PDF, EPUB and decks: what is made from the built site once it stands. Nothing here is needed to build it."""
