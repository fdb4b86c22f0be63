/** A browser without a screen: keeps cookies of one host, follows redirects, sends forms. */
export interface Browser {
  readonly cookies: Map<string, string>;
  /** Asks for one page and follows nothing. */
  request(url: string, init?: RequestInit): Promise<Response>;
  /** Follows redirects as long as they lead to addresses that `until` does not match. */
  follow(url: string, until?: RegExp): Promise<{ url: string; response: Response }>;
  /** Fills in the form of a page and sends it. */
  submit(page: string, html: string, fields?: Record<string, string>): Promise<Response>;
}

const maxRedirects = 15;

export function openBrowser(): Browser {
  const cookies = new Map<string, string>();

  async function request(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const [, expires] = /expires=([^;]+)/i.exec(line) ?? [];
    if (value === '' || (expires !== undefined && Date.parse(expires) <= Date.now())) cookies.delete(name);
    else cookies.set(name, value);
  }

  async function follow(url: string, until = /^$/) {
    let at = url;
    let response = await request(at);
    for (let step = 0; step < maxRedirects; step += 1) {
      const location = response.headers.get('location');
      if (location === null) break;
      at = new URL(location, at).href;
      if (until.test(at)) break;
      response = await request(at);
    }
    return { url: at, response };
  }

  function submit(page: string, html: string, fields: Record<string, string> = {}) {
    const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(html) ?? [];
    const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const given = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    return request(new URL(action, page).href, {
      method: 'POST',
      body: new URLSearchParams({ ...given, ...fields }),
    });
  }

  return { cookies, request, follow, submit };
}
