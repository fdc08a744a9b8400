"""What is found in minutes: one file a kind, each a function from an outline to findings.

Every rule has a name, which its findings carry, and a confidence that says how often such a finding is right.
"""
