"""The parts of scripts/start.py: what of the starter library stays, how the rest goes, what the settings become.

How YAML is changed in place stands in the core, knowledge_hub/yaml_text/editing.py.
"""
