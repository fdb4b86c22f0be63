-- Roles belong to the whole server, so another database of it may have made them already. They cannot log in: a
-- process connects as its own login and takes the role on.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tongban_api') THEN
    CREATE ROLE tongban_api NOLOGIN NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tongban_worker') THEN
    CREATE ROLE tongban_worker NOLOGIN NOBYPASSRLS;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- two migrations of one server at the same moment
END
$$;
