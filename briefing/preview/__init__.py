"""House styles at work: the live preview and the gallery.

`studio` sets a fixture anew whenever a file of a style changes; `server` shows what
it holds to a browser on this machine; `gallery` sets every style over every fixture.
Nothing here is loaded by a command that makes issues.
"""
