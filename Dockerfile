# The gateway with the built page. Needs DATABASE_URL, PUBLIC_ORIGIN, the keys and WEAVR_*: see docs/deploy.md.

# The full image has what a native module (SQLite) is built with, where its ready-made form cannot be fetched.
FROM node:22-bookworm AS build
WORKDIR /console
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.base.json tsconfig.app.json tsconfig.node.json vite.config.ts components.json index.html ./
COPY contract ./contract
COPY public ./public
COPY scripts ./scripts
COPY src ./src
RUN npm run build

FROM node:22-bookworm AS packages
WORKDIR /console
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /console
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=packages /console/node_modules ./node_modules
COPY --from=build /console/dist ./dist
COPY package.json tsconfig.json ./
COPY contract ./contract
COPY storage ./storage
COPY sandbox ./sandbox
COPY gateway ./gateway
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# tsx runs the servers, here as everywhere: docs/decisions/0005. No npm in between, so that signals arrive.
CMD ["node", "--import", "tsx", "gateway/main.ts"]
