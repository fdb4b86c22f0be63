-- A bound dossier stays as it was handed over; a fax is written down before it is queued, and its report afterwards.
GRANT SELECT ON dossier_files, fax_attempts TO tongban_api;
GRANT SELECT, INSERT ON dossier_files TO tongban_worker;
GRANT SELECT, INSERT, UPDATE ON fax_attempts TO tongban_worker;
