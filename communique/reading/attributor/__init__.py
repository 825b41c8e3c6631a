"""The trained attribution reader: text in, source, cue and content spans with their confidence out.

text: units, paragraphs and windows. evidence: what the network says of them. paths: the best roles of the units.
decoding: attributions. Training shares `text`, so that the network sees in both the same thing.
"""

from communique.reading.attributor.decoding import Attribution, read_attributions

__all__ = ["Attribution", "read_attributions"]
