import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { configVariableNames, loadConfig } from '../../platform/config.ts';
import { taskQueues } from '../../workflows/contract.ts';
import type { Container } from './manifests.ts';
import { projectDir, readKustomization, readManifests } from './manifests.ts';
import { typeFaultsOf } from './type-faults.ts';

const manifests = readManifests();
const settings = manifests.find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
const workloads = manifests.flatMap(({ file, kind, metadata, spec }) =>
  spec?.template === undefined
    ? []
    : [
        {
          file,
          kind,
          name: metadata.name,
          ...spec.template.spec,
          selector: spec.selector,
          labels: spec.template.metadata.labels,
        },
      ],
);
const containers = workloads.flatMap((workload) =>
  workload.containers.map((container) => ({ workload, container })),
);

function optionOf({ command }: Container, option: string): string {
  return command[command.indexOf(option) + 1] ?? '';
}

describe('the manifests', () => {
  it('are of the forms that Kubernetes has', () => {
    expect(typeFaultsOf(manifests)).toEqual([]);
  });

  it('would be refused for a field or a value that it does not have', () => {
    const [api] = manifests.filter(({ kind }) => kind === 'Deployment');
    if (api === undefined) throw new Error('there are Deployments');
    const typo = { ...api, spec: { ...api.spec, replica: 2 } };
    const text = { ...api, spec: { ...api.spec, replicas: '2' } };
    expect(typeFaultsOf([typo, text])).toHaveLength(2);
  });

  it('are all in the kustomization', () => {
    const files = new Set(manifests.map(({ file }) => file));
    expect(readKustomization().resources.toSorted()).toEqual([...files].toSorted());
  });

  it('name programs that are there', () => {
    const programs = containers.flatMap(({ container: { command, startupProbe, readinessProbe } }) =>
      [command, startupProbe?.exec?.command ?? [], readinessProbe?.exec?.command ?? []].flatMap((words) =>
        words.filter((word) => word.endsWith('.ts')),
      ),
    );
    expect(programs.length).toBeGreaterThan(containers.length);
    expect(programs.filter((program) => !existsSync(path.join(projectDir, program)))).toEqual([]);
  });

  it('have a worker for every queue, and ask each after its own', () => {
    const workers = containers.filter(({ container }) => container.command.includes('--queues'));
    const served = workers.flatMap(({ container }) => optionOf(container, '--queues').split(','));
    expect(served.toSorted()).toEqual(Object.values(taskQueues).toSorted());
    for (const { container } of workers) {
      const queues = optionOf(container, '--queues').split(',');
      for (const probe of [container.startupProbe, container.readinessProbe]) {
        expect(queues).toContain(probe?.exec?.command.at(-1));
      }
    }
  });

  it('set what the code reads, to what it takes', () => {
    const known = configVariableNames();
    const named = [
      ...Object.keys(settings),
      ...containers.flatMap(({ container }) => (container.env ?? []).map(({ name }) => name)),
    ];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    expect(loadConfig({ NODE_ENV: 'production', ...settings }).temporal.namespace).toBe('tongban');
  });

  it('run without privileges, with resources, and for as long as a stop takes', () => {
    const { api } = loadConfig({ NODE_ENV: 'production', ...settings });
    for (const { workload, container } of containers) {
      expect(workload.securityContext).toMatchObject({ runAsNonRoot: true });
      expect(container.securityContext).toEqual({
        ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
        capabilities: { drop: ['ALL'] },
      });
      expect(container.resources).toMatchObject({ requests: {}, limits: {} });
      const mounted = (container.volumeMounts ?? []).map(({ name }) => name);
      expect(workload.volumes.map(({ name }) => name)).toEqual(mounted);
      if (workload.kind !== 'Deployment') continue;
      expect(workload.labels).toEqual(workload.selector?.matchLabels);
      expect(workload.terminationGracePeriodSeconds).toBeGreaterThan(api.leaveSeconds + api.stopLimitSeconds);
    }
  });

  it('let one pod of each at most be taken away', () => {
    const deployments = workloads.filter(({ kind }) => kind === 'Deployment').map(({ name }) => name);
    const budgets = manifests.filter(({ kind }) => kind === 'PodDisruptionBudget');
    expect(budgets.map(({ metadata }) => metadata.name).toSorted()).toEqual(deployments.toSorted());
  });
});
