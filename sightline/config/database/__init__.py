"""Where the database is, which roles it has, and the embedded server of demonstrations and tests."""
