-- Ledgers of the first builds know none of the later events and clocks: nothing is carried on by guesses.
DO $$
BEGIN
  IF EXISTS (SELECT FROM cases) THEN
    RAISE EXCEPTION '数据库中有早期试用版本的申请件，本版本不能继续办理：请改用新的数据库；内置数据库请删除 .tongban 下的 postgres、postgres-password 和 temporal 后重新启动。';
  END IF;
END
$$;
--> statement-breakpoint
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
