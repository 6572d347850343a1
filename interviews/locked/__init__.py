"""Locked studies: what is on the disk is told to nobody without the passphrase."""
