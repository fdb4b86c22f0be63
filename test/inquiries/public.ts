import type { App } from '../../api/app.ts';

let clients = 0;

/** An address that nobody has called from yet: what was counted for others is not counted for it. */
export function anotherClient(): string {
  clients += 1;
  return `198.51.${String(100 + (clients >> 8))}.${String(clients & 255)}`;
}

/** Asks as the public does, without a token. */
export function ask(app: App, url: string, body: object, remoteAddress = anotherClient()) {
  return app.inject({ method: 'POST', url, body, remoteAddress });
}

/** Sends a form of a page. */
export function sendForm(
  app: App,
  url: string,
  form: Record<string, string>,
  remoteAddress = anotherClient(),
) {
  return app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    remoteAddress,
  });
}
