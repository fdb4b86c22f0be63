import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { NoticeKind } from '../domain/notices/kind.ts';
import { isSafeUrl } from './config-variables.ts';

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
  if (fault !== undefined) {
    throw new Error(`TONGBAN_SMS_GATEWAY 有误（${fault.instancePath || '/'}）：格式见 docs/notices.md。`);
  }
  const gateway = value as SmsGateway;
  // Telephone numbers and the gateway's keys go there.
  if (!isSafeUrl(gateway.url)) {
    throw new Error('TONGBAN_SMS_GATEWAY 有误（/url）：应以 https:// 开头；只有本机地址可以用 http://。');
  }
  return gateway;
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Error('TONGBAN_SMS_GATEWAY 不是 JSON：格式见 docs/notices.md。', { cause });
  }
}

/** The gateway's template for a kind of notice; undefined where it does not take that kind. */
export function templateFor({ templates }: SmsGateway, kind: NoticeKind): string | undefined {
  return templates[kind] ?? templates.default;
}
