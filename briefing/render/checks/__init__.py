"""What `style check` looks at, one kind of file or fault a module."""
