"""Background work on measures: the words of a month are counted once it is over."""

from procrastinate.contrib.django import app

from sightline.assurance.measures.counting.words import count_ended_months
from sightline.foundation.calendar.instants import london_today


@app.periodic(cron="23 4 * * *")
@app.task(name="measures.count_words", queueing_lock="measures.count_words")
def count_words(timestamp: int) -> None:
    """Count the words of months that are over and were not counted yet."""
    count_ended_months(london_today())
