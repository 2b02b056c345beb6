"""textclean inside other people's pipelines.

`clean_batch` is what Hugging Face `datasets.map(batched=True)` and Ray Data `map_batches` call; `datatrove` has a
formatter step. Each is one import and one line:

    dataset.map(clean_batch, batched=True)
    ray.data.read_parquet(path).map_batches(clean_batch)
    LocalPipelineExecutor([JsonlReader(path), TextcleanFormatter(), JsonlWriter(out)], tasks=8).run()
"""

from textclean.integrations.batches import clean_batch

__all__ = ["clean_batch"]
