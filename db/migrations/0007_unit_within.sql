-- Whether a unit is the scope or stands below it. The tree has four levels, so this is at most three steps.
CREATE FUNCTION unit_within(p_code text, p_scope text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE path(code, parent_code) AS (
    SELECT u.code, u.parent_code FROM units u WHERE u.code = p_code
    UNION
    SELECT u.code, u.parent_code FROM units u JOIN path ON u.code = path.parent_code
  )
  SELECT EXISTS (SELECT FROM path WHERE path.code = p_scope)
$$;
