"""What a code of the domain says, as a sentence."""
