import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../platform/config.ts';
import { projectDir } from './manifests.ts';

interface Service {
  readonly command?: string | readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly volumes?: readonly string[];
}

interface Composed {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const read = (...file: string[]) => readFileSync(path.join(projectDir, ...file), 'utf8');
const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as Composed;
const caddyfile = read('deploy', 'proxy', 'Caddyfile');
const script = read('deploy', 'rolling-restart.sh');

function serving(program: string): string[] {
  return Object.keys(services).filter((name) => [services[name]?.command].flat().includes(program));
}

/** The seconds of a setting that a service is given if .env says nothing. */
function defaultSecondsOf(service: string, setting: string): number {
  return Number(/:-(\d+)\}$/.exec(services[service]?.environment?.[setting] ?? '')?.[1]);
}

describe('the composed form', () => {
  it('has two APIs and two workers, which the rolling restart replaces one by one', () => {
    const [apis, workers] = [serving('api/server.ts'), serving('activities/worker.ts')];
    expect([apis.length, workers.length]).toEqual([2, 2]);
    const replaced = /for service in (.*); do/.exec(script)?.[1]?.split(' ') ?? [];
    expect(replaced.toSorted()).toEqual([...apis, ...workers].toSorted());
    for (const name of replaced) expect(services[name]?.healthcheck).toBeDefined();
  });

  it('has a proxy that knows every API, and hears in time that one is about to stop', () => {
    const apis = serving('api/server.ts');
    const upstreams = /reverse_proxy (.*) \{/.exec(caddyfile)?.[1]?.split(' ') ?? [];
    expect(upstreams.toSorted()).toEqual(apis.map((name) => `${name}:8080`).toSorted());
    expect(Object.keys(services['proxy']?.depends_on ?? {}).toSorted()).toEqual(apis.toSorted());
    const asksEveryS = Number(/health_interval (\d+)s/.exec(caddyfile)?.[1]);
    const { stopLimitSeconds } = loadConfig({}).api;
    for (const name of apis) {
      const leaveSeconds = defaultSecondsOf(name, 'TONGBAN_LEAVE_S');
      expect(leaveSeconds).toBeGreaterThan(3 * asksEveryS);
      const grace = Number.parseInt(services[name]?.stop_grace_period ?? '', 10);
      expect(grace).toBeGreaterThan(leaveSeconds + stopLimitSeconds);
    }
  });

  it('names only what it has', () => {
    const conditions = ['service_healthy', 'service_completed_successfully'];
    for (const { depends_on: needed = {}, volumes: mounted = [] } of Object.values(services)) {
      for (const [other, { condition }] of Object.entries(needed)) {
        expect(conditions).toContain(condition);
        expect(services).toHaveProperty(other);
        if (condition === 'service_healthy') expect(services[other]).toHaveProperty('healthcheck');
      }
      const named = mounted.map((mount) => mount.split(':')[0] ?? '').filter((from) => !from.startsWith('.'));
      expect(Object.keys(volumes)).toEqual(expect.arrayContaining(named));
    }
  });

  it('archives the log of Postgres where the base backups are', () => {
    const command = String(services['postgres']?.command);
    expect(command).toContain('archive_mode=on');
    expect(command).toContain('/backups/wal/%f');
    expect(services['postgres']?.volumes).toContain('backups:/backups');
  });
});
