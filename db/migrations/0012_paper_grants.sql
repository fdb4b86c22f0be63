-- A paper that was made is kept as it was handed out.
GRANT SELECT ON papers TO tongban_api;
GRANT SELECT, INSERT ON papers TO tongban_worker;
