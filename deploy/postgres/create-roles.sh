#!/bin/sh
# Runs once, on an empty data directory. Temporal gets databases of its own. API and worker each get a login that
# may take on its role and nothing else: the migrations grant the roles what they may do.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set temporal_password="$TEMPORAL_DB_PASSWORD" \
  --set api_password="$API_DB_PASSWORD" \
  --set worker_password="$WORKER_DB_PASSWORD" <<'SQL'
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;

CREATE ROLE tongban_api NOLOGIN NOBYPASSRLS;
CREATE ROLE tongban_api_login LOGIN NOINHERIT PASSWORD :'api_password' IN ROLE tongban_api;
CREATE ROLE tongban_worker NOLOGIN NOBYPASSRLS;
CREATE ROLE tongban_worker_login LOGIN NOINHERIT PASSWORD :'worker_password' IN ROLE tongban_worker;
SQL
