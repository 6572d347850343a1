"""The program's own version: said here, read by the build."""

VERSION = "0.2.0"
