"""What workers wrote about the families that are told one by one: notes, visits, meetings, plans, papers, decisions."""
