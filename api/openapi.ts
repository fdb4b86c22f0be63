import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { completeDocument, describeProblems } from './problem-responses.ts';
import { sessionCookie } from './session-token.ts';

const description = `全国范围开具户籍类证明“跨省通办”。Errors are problems of RFC 9457; docs/errors.md lists their codes.
Every POST that changes something takes an Idempotency-Key and is done once under it; lists page by cursor; instants carry their offset.`;

/** The page of the documentation runs its own scripts and asks its own server, nobody else. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The OpenAPI 3.1 document from the route schemas, and its page at /docs; both work without a network. */
export async function registerOpenapi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tongban',
        description,
        version: '1',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        },
      },
      security: [{ bearer: [] }, { session: [] }],
      tags: [
        { name: 'cases', description: '申请件' },
        { name: 'acts', description: '办理' },
        { name: 'notices', description: '通知' },
        { name: 'catalogue', description: '目录' },
        { name: 'identity', description: '登录与账号' },
        { name: 'directory', description: '专管员目录' },
        { name: 'audit', description: '审计' },
        { name: 'public', description: '公众查询' },
        { name: 'health', description: '运行状态' },
      ],
    },
    transform: describeProblems,
    transformObject: completeDocument,
    refResolver: {
      buildLocalReference: ({ $id }, _uri, _fragment, index) =>
        typeof $id === 'string' ? $id : `schema${index}`,
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    transformStaticCSP: () => pagePolicy,
    // The bar at its top asks for the address of another document.
    theme: { title: '通办接口文档', css: [{ filename: 'house.css', content: '.topbar { display: none }' }] },
  });
}
