"""What is made from the built site and from data/, after the pages: it knows nothing of MkDocs."""
