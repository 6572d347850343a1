"""Reading, finding and carrying the guide, as the people who write guides would see it."""
