"""Locked studies: nobody reads the disk without the passphrase."""
