import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, operations, paths } from './schema.ts';

type Schemas = components['schemas'];

/** What is handed in is not changed. */
type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

export type Case = Schemas['Case'];
export type Application = Immutable<Schemas['Application']>;
/** Kept, and carried out as soon as the service can: read the case later. */
export type Accepted = Schemas['Accepted'];
/** What the service says instead of doing what it was asked (RFC 9457). */
export type Problem = Schemas['Problem'];

type AnswersOf<Id extends keyof operations> = operations[Id]['responses'];
type CodeIn<Answer> = Answer extends { content: { 'application/problem+json': { code: infer Code } } }
  ? Code
  : never;

/** The codes with which the service of this document refuses an operation, by its id; a newer one may know more. */
export type ProblemCode<Id extends keyof operations> = CodeIn<AnswersOf<Id>[keyof AnswersOf<Id>]>;

/** What can be done to a case: `transmit`, `answer`, `issue` … */
export type Act = Case['allowedActs'][number];

/** What an act says. */
export type ActBody<A extends Act> = operations[`${A}Case`] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Immutable<Body>
  : Record<string, never>;

export interface TongbanClientOptions {
  /** As `https://tongban.example.gov.cn`. */
  readonly baseUrl: string;
  /** The access token, or what fetches one: it is asked before every request. */
  readonly token: string | (() => string | Promise<string>);
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Whether an answer is the case as it is now, and not the promise that it will be. */
export function isCase(answer: Case | Accepted): answer is Case {
  return 'status' in answer;
}

/** A scanned paper that goes with an application. */
export interface Paper {
  readonly fileName: string;
  readonly content: Blob;
}

/** An application among many, with the key under which it is done once. */
export interface KeyedApplication {
  readonly key: string;
  readonly application: Application;
}

/** What became of one application among many: its case number, or why it is not in. */
export type SubmittedItem = Immutable<
  operations['submitApplications']['responses'][200]['content']['application/json']['items'][number]
>;

/** A refused request: `problem.code` says why, `problem.detail` in Chinese what to do, `problem.errors` field by field. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** The service, typed from its OpenAPI document. @throws {ProblemError} from every call but those of `http`. */
export interface TongbanClient {
  /** Every operation as it stands in the document: `client.http.GET('/v1/notices')`. */
  readonly http: Client<paths>;
  submit(application: Application, papers?: readonly Paper[]): Promise<Case | Accepted>;
  /** Up to 100, each done once under its key: what is not in (`problem`) holds up no other. */
  submitAll(items: readonly KeyedApplication[]): Promise<readonly SubmittedItem[]>;
  getCase(caseNo: string): Promise<Case | Accepted>;
  /** Has the caller act on a case; the same `idempotencyKey` again repeats nothing. */
  act<A extends Act>(
    caseNo: string,
    act: A,
    body: ActBody<A>,
    idempotencyKey?: string,
  ): Promise<Case | Accepted>;
  /** The certificate that holds, as PDF. */
  getCertificate(caseNo: string): Promise<Blob>;
}

export function createTongbanClient({ baseUrl, token, fetch }: TongbanClientOptions): TongbanClient {
  const http = createClient<paths>({ baseUrl, ...(fetch === undefined ? {} : { fetch }) });
  http.use(identified(token));
  return {
    http,
    async submit(application, papers = []) {
      const body = application as Schemas['Application'];
      if (papers.length === 0) return dataOf(await http.POST('/v1/cases', { body }));
      const form = formOf(application, papers);
      // The form makes its own content type, with the boundary.
      return dataOf(await http.POST('/v1/cases', { body, bodySerializer: () => form }));
    },
    async submitAll(items) {
      const body = { items: items as { key: string; application: Schemas['Application'] }[] };
      return dataOf(await http.POST('/v1/cases/bulk', { body })).items;
    },
    async getCase(caseNo) {
      // All of it: `fields` were not asked for.
      return dataOf(await http.GET('/v1/cases/{caseNo}', { params: { path: { caseNo } } })) as
        Case | Accepted;
    },
    async act(caseNo, act, body, idempotencyKey) {
      const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
      // Every act has the same form; which body belongs to which is said by the signature.
      const path = `/v1/cases/{caseNo}/${act}` as '/v1/cases/{caseNo}/withdraw';
      return dataOf(await http.POST(path, { params: { path: { caseNo } }, body: body as object, headers }));
    },
    async getCertificate(caseNo) {
      const path = { caseNo };
      return dataOf(await http.GET('/v1/cases/{caseNo}/certificate', { params: { path }, parseAs: 'blob' }));
    },
  };
}

/** What a request was answered with. @throws {ProblemError} when it was refused. */
export function dataOf<Data>({ data, error }: { readonly data?: Data; readonly error?: unknown }): Data {
  if (error !== undefined) throw new ProblemError(error as Problem);
  return data as Data;
}

/** Says who calls, and gives every POST a key, so that a repetition by the network does nothing twice. */
function identified(token: TongbanClientOptions['token']): Middleware {
  return {
    async onRequest({ request }) {
      const value = typeof token === 'string' ? token : await token();
      request.headers.set('authorization', `Bearer ${value}`);
      if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
        request.headers.set('idempotency-key', crypto.randomUUID());
      }
      return request;
    },
  };
}

function formOf(application: Application, papers: readonly Paper[]): FormData {
  const form = new FormData();
  form.append('application', new Blob([JSON.stringify(application)], { type: 'application/json' }));
  for (const { fileName, content } of papers) form.append('attachments', content, fileName);
  return form;
}
