import { createHmac } from 'node:crypto';
import type { SmsGateway } from '../../../platform/sms-gateway.ts';

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
