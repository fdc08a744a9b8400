"""The language of minutes: sentences, numbers, times, and who speaks. Nothing here knows what a finding is.

``vocabulary.py`` holds the words that councils use, as data.
"""
