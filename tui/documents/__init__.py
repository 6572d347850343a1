"""What the program tells, made once as blocks and written as text, Markdown, HTML and Word."""
