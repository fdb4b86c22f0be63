import { createHmac } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';

const text = Type.String({ minLength: 1 });

/** A gateway for short messages as `docs/notices.md` describes it. `{{field}}` stands for a value of the message. */
const GatewaySchema = Type.Object(
  {
    url: Type.String({ pattern: '^https?://' }),
    method: Type.Optional(Type.Enum(['POST', 'PUT'])),
    encoding: Type.Optional(Type.Enum(['json', 'form'])),
    headers: Type.Optional(Type.Record(text, Type.String())),
    body: Type.Record(text, Type.Unknown()),
    /** The gateway's template for each kind of notice; `several` for more than one, `default` for the rest. */
    templates: Type.Record(text, text),
    /** HMAC-SHA256, in the field `signature` of the headers. */
    signature: Type.Optional(
      Type.Object(
        { secret: text, over: text, encoding: Type.Enum(['hex', 'base64']) },
        { additionalProperties: false },
      ),
    ),
    /** Where the answer says whether the message was taken, by which values, and which of the others are final. */
    verdict: Type.Optional(
      Type.Object(
        { field: text, taken: Type.Array(text), refused: Type.Array(text) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

export type SmsGateway = Static<typeof GatewaySchema>;

/**
 * Reads the description of a gateway.
 * @throws {Error} that names the setting and the first thing wrong with it.
 */
export function parseSmsGateway(json: string): SmsGateway {
  const value = readJson(json);
  const [fault] = Value.Errors(GatewaySchema, value);
  if (fault === undefined) return value as SmsGateway;
  throw new Error(`TONGBAN_SMS_GATEWAY 有误（${fault.instancePath || '/'}）：格式见 docs/notices.md。`);
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Error('TONGBAN_SMS_GATEWAY 不是 JSON：格式见 docs/notices.md。', { cause });
  }
}

/** What may stand in a request: no personal data but the number that it goes to. */
export interface SmsFields {
  readonly telephone: string;
  readonly templateId: string;
  /** Our number of the message, the same at every attempt. */
  readonly outId: string;
  readonly caseNo: string;
  readonly stationTelephone: string;
  readonly dueDate: string;
  /** Of the notices in the message. */
  readonly count: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
}

/** The request that a gateway wants for a message. */
export function smsRequestOf(
  { url, method = 'POST', encoding = 'json', headers = {}, body, signature }: SmsGateway,
  fields: SmsFields,
): { url: string; method: string; headers: Record<string, string>; body: string } {
  const filled = fill(body, { ...fields });
  const written =
    encoding === 'json'
      ? JSON.stringify(filled)
      : new URLSearchParams(filled as Record<string, string>).toString();
  const signed =
    signature === undefined
      ? ''
      : createHmac('sha256', signature.secret)
          .update(fillText(signature.over, { ...fields, body: written }))
          .digest(signature.encoding);
  return {
    url,
    method,
    body: written,
    headers: {
      'content-type': encoding === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      ...(fill(headers, { ...fields, signature: signed }) as Record<string, string>),
    },
  };
}

function fill(template: unknown, fields: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string') return fillText(template, fields);
  if (Array.isArray(template)) return template.map((item) => fill(item, fields));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, fields)]));
}

function fillText(template: string, fields: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => fields[name] ?? '');
}
