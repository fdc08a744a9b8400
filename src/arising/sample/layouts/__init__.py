"""How the manuscripts are set: ModernGov pages, printed minutes in PDF, minutes in Word, plain text."""
