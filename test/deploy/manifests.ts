import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

export const projectDir = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(projectDir, 'deploy', 'kubernetes');

export interface Container {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly resources?: { readonly requests?: object; readonly limits?: object };
  readonly securityContext?: object;
  readonly volumeMounts?: readonly { readonly name: string }[];
}

interface Probe {
  readonly exec?: { readonly command: readonly string[] };
}

export interface Manifest {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly selector?: { readonly matchLabels?: object };
    readonly terminationGracePeriodSeconds?: number;
    readonly template?: {
      readonly metadata: { readonly labels: object };
      readonly spec: {
        readonly containers: readonly Container[];
        readonly volumes: readonly { readonly name: string }[];
        readonly securityContext?: object;
        readonly terminationGracePeriodSeconds?: number;
      };
    };
  };
}

/** The documents of every file but the kustomization, with the file in which each stands. */
export function readManifests(): Manifest[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml');
  return files.flatMap((file) =>
    parseAllDocuments(readFileSync(path.join(folder, file), 'utf8')).map((document) => {
      if (document.errors.length > 0) throw new Error(`${file}: ${document.errors.join('; ')}`);
      return { file, ...(document.toJS() as Omit<Manifest, 'file'>) };
    }),
  );
}

export function readKustomization(): { readonly resources: readonly string[] } {
  const text = readFileSync(path.join(folder, 'kustomization.yaml'), 'utf8');
  return parseAllDocuments(text)[0]?.toJS() as { resources: string[] };
}
