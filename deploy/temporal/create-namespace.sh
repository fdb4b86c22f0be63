#!/bin/sh
# Creates the namespace, or lengthens an existing one's retention: closed histories stay for 90 days.
set -eu
attempt=0
until temporal operator cluster health; do
  attempt=$((attempt + 1))
  if [ "$attempt" -ge 60 ]; then
    echo "Temporal at $TEMPORAL_ADDRESS did not become healthy" >&2
    exit 1
  fi
  sleep 2
done
temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention 90d ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 90d
