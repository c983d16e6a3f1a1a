"""What is due and what links do, as people and programs read it: tables, JSON, the text of an issue.

What is due is found in knowledge_hub/upkeep/; when an issue changes is said in issues/.
"""
