/** What the API said instead of doing what it was asked. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;

  constructor(status: number, body: string) {
    super(`接口回答 ${status}：${body}`);
    this.status = status;
  }
}

/** Calls the API as one person. */
export interface ApiCaller {
  get<Answer>(path: string): Promise<Answer>;
  /** A JSON body, or a form whose files go along. */
  post<Answer>(path: string, body?: object | FormData): Promise<Answer>;
  download(path: string): Promise<Uint8Array>;
}

/** @throws {RefusedError} from its calls, with the problem as the API told it. */
export function createApiCaller(apiUrl: string, token: string): ApiCaller {
  const call = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(init.headers as Record<string, string> | undefined),
    };
    const answer = await fetch(new URL(path, apiUrl), { ...init, headers });
    if (!answer.ok) throw new RefusedError(answer.status, await answer.text());
    return answer;
  };
  return {
    get: async <Answer>(path: string) => (await (await call(path, {})).json()) as Answer,
    post: async <Answer>(path: string, body?: object | FormData) => {
      const isForm = body instanceof FormData;
      const answer = await call(path, {
        method: 'POST',
        headers: body === undefined || isForm ? {} : { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      return (await answer.json()) as Answer;
    },
    download: async (path) => (await call(path, {})).bytes(),
  };
}
