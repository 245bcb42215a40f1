"""How people sign in here: what the sign-in library is told, sessions, throttling, the idle lock."""
