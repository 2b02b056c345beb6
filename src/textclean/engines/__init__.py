"""How one function runs over many documents: one file an engine, each yielding outcomes in the order of its inputs."""
