import type { FastifySchemaValidationError } from 'fastify';
import type { FieldFault } from './schemas/problem.ts';

type Params = Readonly<Record<string, unknown>>;

const typeTitles: Readonly<Record<string, string>> = {
  string: '文本',
  boolean: '布尔值（true 或 false）',
  integer: '整数',
  number: '数字',
  object: '对象',
  array: '列表',
};

/** What each keyword of JSON Schema says to people, and under which stable code. */
const keywords: Readonly<Record<string, { code: string; message: (params: Params) => string }>> = {
  required: { code: 'missing', message: () => '未填写此项。' },
  additionalProperties: { code: 'unknown_field', message: () => '没有此项，请删除。' },
  type: { code: 'wrong_type', message: ({ type }) => `应为${typeTitles[String(type)] ?? String(type)}。` },
  enum: { code: 'not_a_choice', message: ({ allowedValues }) => `只能是：${listOf(allowedValues)}。` },
  minLength: { code: 'too_short', message: ({ limit }) => `不能少于${String(limit)}个字符。` },
  maxLength: { code: 'too_long', message: ({ limit }) => `不能超过${String(limit)}个字符。` },
  minItems: { code: 'too_few', message: ({ limit }) => `不能少于${String(limit)}项。` },
  maxItems: { code: 'too_many', message: ({ limit }) => `不能超过${String(limit)}项。` },
  uniqueItems: { code: 'repeated', message: () => '同一项不能重复。' },
  minimum: { code: 'too_small', message: ({ limit }) => `不能小于${String(limit)}。` },
  maximum: { code: 'too_large', message: ({ limit }) => `不能大于${String(limit)}。` },
  pattern: {
    code: 'wrong_characters',
    message: () => '格式不正确，或含有空白、控制字符、残缺的字符编码，请重新录入。',
  },
  format: { code: 'wrong_form', message: ({ format }) => formTitles[String(format)] ?? '格式不正确。' },
};

const formTitles: Readonly<Record<string, string>> = {
  'date-time': '应为带时区的时间，如 2026-11-25T08:30:00+08:00。',
  date: '应为存在的日期，如 2026-11-25。',
  email: '应为电子邮箱地址。',
};

const other = { code: 'invalid', message: () => '此项不正确。' };

function listOf(values: unknown): string {
  return Array.isArray(values)
    ? values.map((value) => (value === null ? 'null' : String(value))).join('、')
    : '';
}

/** One fault of form in our own words. The value itself is never repeated: it may be personal data. */
function fieldFaultOf(error: FastifySchemaValidationError, root = ''): FieldFault {
  const { code, message } = keywords[error.keyword] ?? other;
  return { pointer: root + pointerOf(error), code, message: message(error.params) };
}

/** Ajv points to the object; people want to know which field of it is missing or unknown. */
function pointerOf({ instancePath, params }: FastifySchemaValidationError): string {
  const { missingProperty: missing, additionalProperty: unknown } = params;
  if (typeof missing === 'string') return `${instancePath}/${missing}`;
  return typeof unknown === 'string' ? pointerToUnknown(instancePath, unknown) : instancePath;
}

/** To a field that somebody made up; to where it stands when its name may itself be what a person is called by. */
export function pointerToUnknown(place: string, field: string): string {
  return /^[A-Za-z_-]{1,40}$/.test(field) ? `${place}/${field}` : place;
}

/** Faults of form, each place and kind once. */
export function fieldFaultsOf(errors: readonly FastifySchemaValidationError[], root = ''): FieldFault[] {
  const faults = errors.map((error) => fieldFaultOf(error, root));
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault])).values()];
}
