-- The API records a rejection; its notice only the worker may add, and nobody removes either.
GRANT SELECT, INSERT ON rejections TO tongban_api;
GRANT SELECT, UPDATE (sha256, pdf) ON rejections TO tongban_worker;
