"""Days and instants as law and practice count them: nothing here reads the database or a request."""
