CREATE INDEX "station_contacts_moved" ON "station_contacts" USING btree ("unit_code") WHERE "station_contacts"."successor" is not null or "station_contacts"."closed_from" is not null;--> statement-breakpoint
-- The stations that name a unit as their successor, over however many steps and on whatever day. The directory is read
-- by everybody who has a unit, so that it tells nobody more than he may know.
CREATE FUNCTION stations_merged_into(p_unit text) RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE merged(station) AS (
    SELECT c.unit_code FROM station_contacts c WHERE c.successor = p_unit
    UNION
    SELECT c.unit_code FROM merged m JOIN station_contacts c ON c.successor = m.station
  )
  SELECT station FROM merged
$$;
--> statement-breakpoint
ALTER POLICY "notices_own_unit" ON "notices" TO tongban_api USING ("notices"."unit_code" = current_setting('tongban.unit', true) or "notices"."unit_code" in (select stations_merged_into(current_setting('tongban.unit', true))));