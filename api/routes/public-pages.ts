import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { ApiDeps } from '../deps.ts';
import { inquireStatus } from '../inquiries/case-status.ts';
import { checkMarks } from '../inquiries/certificate-check.ts';
import { basePathOf, formOf, sendPage, showFaults, takeForms } from '../pages/page.ts';
import { statusPage } from '../pages/status-page.ts';
import { verifyPage } from '../pages/verify-page.ts';

// More than a form of ours can hold is not read.
const options = { schema: { hide: true }, bodyLimit: 2048 } as const;
const TokenParams = Type.Object({ token: Type.String({ maxLength: 64 }) });

/** Pages for people without an account, on any telephone, without scripts; they change nothing. */
export function publicPageRoutes(deps: ApiDeps): FastifyPluginAsyncTypebox {
  const base = basePathOf(deps.publicUrl);
  return async (app) => {
    await app.register(statusPages(deps, base));
    await app.register(verifyPages(deps, base));
  };
}

function statusPages(deps: ApiDeps, base: string): FastifyPluginAsyncTypebox {
  return (app) => {
    takeForms(app);
    showFaults(app, (fault, request) => statusPage({ base, fault, caseNo: formOf(request)['caseNo'] ?? '' }));
    app.get('/status', options, (_request, reply) => sendPage(reply, statusPage({ base })));
    app.post('/status', options, async (request, reply) => {
      const { caseNo = '', code = '' } = formOf(request);
      const status = await inquireStatus(deps, { address: request.ip, caseNo, code });
      return sendPage(reply, statusPage({ base, caseNo, status }));
    });
    return Promise.resolve();
  };
}

function verifyPages(deps: ApiDeps, base: string): FastifyPluginAsyncTypebox {
  return (app) => {
    takeForms(app);
    showFaults(app, (fault, request) =>
      verifyPage({ base, fault, certificateNo: formOf(request)['certificateNo'] ?? '' }),
    );
    app.get('/verify', options, (_request, reply) => sendPage(reply, verifyPage({ base })));
    app.post('/verify', options, async (request, reply) => {
      const { certificateNo = '', checkCode = '' } = formOf(request);
      const check = await checkMarks(deps, request.ip, { certificateNo, checkCode });
      return sendPage(reply, verifyPage({ base, certificateNo, check }));
    });
    const byToken = { schema: { ...options.schema, params: TokenParams } };
    app.get('/verify/:token', byToken, async (request, reply) => {
      const check = await checkMarks(deps, request.ip, { token: request.params.token });
      return sendPage(reply, verifyPage({ base, check }));
    });
    return Promise.resolve();
  };
}
