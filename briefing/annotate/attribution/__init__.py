"""Who says it: sources named in a text, acts of saying, and what each of them covers.

`reader.Reader` is the way in; `mentions` resolves "the ministry" to the name it stands
for; `quotes` finds quotation marks.
"""
