#!/bin/sh
# Replaces the processes of the composed form one after the other, by the image and the settings that are there now: the
# next one is touched when the one before is healthy. No request fails and no act is lost meanwhile.
# A release that changes the schema is another matter: read its CHANGELOG, and migrate first.
set -eu
cd "$(dirname "$0")/.."
for service in worker-1 worker-2 api-1 api-2; do
  docker compose up --detach --no-deps --force-recreate --wait "$service"
done
