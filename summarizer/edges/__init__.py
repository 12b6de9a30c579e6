"""Everything outside: files, language models, the web."""
