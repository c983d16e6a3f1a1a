"""The search engine: documents in, the files of an index out. It knows nothing of record types.

What there is to find is said in pages/search/; assets/hub/search/engine/ asks the index in the browser.
"""

import os

# NumPy would start a thread for each processor, for matrices, of which there are none here: half of its time to load.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
