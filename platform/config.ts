import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Type, { type TObject, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { refuseInconsistent } from './config-consistency.ts';
import type { Settings } from './config-schema.ts';
import { ConfigSchema } from './config-schema.ts';
import { ConfigError } from './config-variables.ts';

export { ConfigError } from './config-variables.ts';

const projectDir = path.resolve(import.meta.dirname, '..');
const prefix = 'TONGBAN_';

interface VariableOptions {
  readonly env: string;
  readonly valid: string;
  readonly secret?: true;
  /** Of a list; what separates directories if left out. */
  readonly separator?: ',';
}
interface Variable extends VariableOptions {
  readonly schema: TSchema;
  readonly pointer: readonly string[];
}

function variablesOf(schema: TObject, above: readonly string[] = []): Variable[] {
  return Object.entries(schema.properties).flatMap(([key, leaf]) => {
    const pointer = [...above, key];
    if (Type.IsObject(leaf)) return variablesOf(leaf, pointer);
    const { env, ...options } = leaf as TSchema & VariableOptions;
    return [{ ...options, schema: leaf, pointer, env: prefix + env }];
  });
}

const variables = variablesOf(ConfigSchema);

/** The settings of one process, checked; relative directories are resolved against the project's root. */
export type Config = Settings & {
  readonly cacheDir: string;
  /** `NODE_ENV`, as every Node.js program is told it; what is for trying things out refuses production. */
  readonly environment: 'development' | 'production';
};

/** The names of all variables: each of them, and for a secret also `<name>_FILE`, a file that holds it. */
export function configVariableNames(): readonly string[] {
  return variables.flatMap(({ env, secret }) => (secret === undefined ? [env] : [env, `${env}_FILE`]));
}

/** Where each variable stands in {@link Config}, as the keys that lead to it. */
export function configPointers(): ReadonlyMap<string, readonly string[]> {
  return new Map(variables.map(({ env, pointer }) => [env, pointer]));
}

type Environment = Readonly<Record<string, string | undefined>>;

function processEnvironment(): Environment {
  const dotenv = path.join(projectDir, '.env');
  if (existsSync(dotenv)) process.loadEnvFile(dotenv);
  return process.env;
}

function readRaw({ env, secret }: Variable, environment: Environment): string | undefined {
  const file = secret === undefined ? undefined : environment[`${env}_FILE`];
  const inline = environment[env];
  if (inline && file) throw new ConfigError(`${env} 与 ${env}_FILE 只能设置其中一个。`);
  if (!file) return inline === '' ? undefined : inline;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new ConfigError(`${env}_FILE 指向的文件 ${file} 无法读取：请检查路径与读权限。`, { cause });
  }
}

function readValues(environment: Environment): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const variable of variables) {
    let place = root;
    for (const key of variable.pointer.slice(0, -1)) {
      place = (place[key] ??= {}) as Record<string, unknown>;
    }
    const raw = readRaw(variable, environment);
    const key = variable.pointer.at(-1);
    if (raw === undefined || key === undefined) continue;
    const separator = variable.separator ?? path.delimiter;
    place[key] = Type.IsArray(variable.schema) ? raw.split(separator).filter(Boolean) : raw;
  }
  return root;
}

/** A mistyped name would silently leave the default in force, so unknown names with our prefix are refused. */
function refuseUnknownNames(environment: Environment): void {
  const known = new Set(configVariableNames());
  const unknown = Object.keys(environment).find((name) => name.startsWith(prefix) && !known.has(name));
  if (unknown !== undefined) {
    throw new ConfigError(`不认识的设置 ${unknown}：可用的名称见 .env.example。`);
  }
}

function refuseInvalid(value: unknown, environment: Environment): asserts value is Settings {
  const [error] = Value.Errors(ConfigSchema, value);
  if (error === undefined) return;
  const place = error.instancePath.split('/').slice(1);
  const variable = variables.find(({ pointer }) => pointer.every((key, index) => place[index] === key));
  if (variable === undefined) throw new ConfigError(`设置有误：${error.instancePath} ${error.message}`);
  const given = variable.secret === undefined ? `“${environment[variable.env] ?? ''}”` : '所给的值';
  throw new ConfigError(`${variable.env} 的值${given}不可用；应为：${variable.valid}。`);
}

/**
 * Reads and checks the settings: from the environment (and `.env` in the project's root, which the environment
 * overrides), or from the record given.
 * @throws {ConfigError} naming the variable and its valid values.
 */
export function loadConfig(environment: Environment = processEnvironment()): Config {
  refuseUnknownNames(environment);
  const value: unknown = Value.Convert(ConfigSchema, Value.Default(ConfigSchema, readValues(environment)));
  refuseInvalid(value, environment);
  refuseInconsistent(value);
  const dataDir = path.resolve(projectDir, value.dataDir);
  const cacheDir = value.cacheDir === undefined ? path.join(dataDir, 'cache') : value.cacheDir;
  const { file } = value.keyRing;
  return {
    ...value,
    keyRing: file === undefined ? {} : { file: path.resolve(projectDir, file) },
    dataDir,
    cacheDir: path.resolve(projectDir, cacheDir),
    environment: environment.NODE_ENV === 'production' ? 'production' : 'development',
  };
}
