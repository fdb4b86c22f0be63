-- Entries are ended, never deleted: whoever was told in an old case stays known. Absences come and go.
GRANT SELECT, INSERT, UPDATE ON directory_persons, station_contacts TO tongban_api;
GRANT SELECT, INSERT, DELETE ON directory_absences TO tongban_api;
GRANT SELECT ON directory_persons, directory_absences, station_contacts TO tongban_worker;
