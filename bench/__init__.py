"""Measures of the site and of its build that do not depend on the machine: `python -m bench`."""
