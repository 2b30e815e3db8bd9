"""Draws the diagrams in docs/assets/diagrams: `python -m tools.diagrams` writes the SVG beside each source."""
