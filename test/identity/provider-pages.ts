import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';

/** The provider's own pages: a form for the number, with or without a second factor; consent is given unasked. */
export function interactionPages(provider: Provider, strongAcr: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    if (prompt.name === 'consent') {
      const grant =
        (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
        new provider.Grant({ accountId: session?.accountId, clientId: String(params['client_id']) });
      grant.addOIDCScope(String(params['scope']));
      await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
      return;
    }
    if (request.method === 'GET') {
      response
        .setHeader('content-type', 'text/html')
        .end(`<form action="${request.url ?? ''}" method="post"><input name="login"></form>`);
      return;
    }
    const form = new URLSearchParams(await text(request));
    if (form.get('decline') !== null) {
      await provider.interactionFinished(request, response, { error: 'access_denied' });
      return;
    }
    const strong = form.get('second_factor') !== null;
    await provider.interactionFinished(request, response, {
      login: {
        accountId: form.get('login') ?? '',
        amr: strong ? ['pwd', 'otp'] : ['pwd'],
        ...(strong ? { acr: strongAcr } : {}),
      },
    });
  };
}
