"""Several reports to findings: what is agreed, by how many independent origins, what is disputed, what changed."""
