#!/bin/sh
# Brings Temporal's two databases to the schema of this release; on an existing one `setup-schema` changes nothing.
# The connection is in SQL_PLUGIN, SQL_HOST, SQL_PORT, SQL_USER and SQL_PASSWORD.
set -eu
set_up() {
  temporal-sql-tool --db "$1" setup-schema -v 0.0
  temporal-sql-tool --db "$1" update-schema -d "/etc/temporal/schema/postgresql/v12/$2/versioned"
}
set_up temporal temporal
set_up temporal_visibility visibility
