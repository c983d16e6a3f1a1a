"""The check of outside links: which addresses there are, how they are asked for, and what is told of the answers.

What is known from earlier checks, and when a link counts as broken, is said in knowledge_hub/upkeep/.
"""
