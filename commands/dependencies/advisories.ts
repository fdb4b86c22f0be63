/** What `npm audit --json` says; without `vulnerabilities` the registry has no advisories to offer. */
export interface AuditReport {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly range: string; readonly fixAvailable: unknown }>
  >;
}

const grave = ['high', 'critical'];

/** The grave ones, a line each. */
export function graveAdvisories({ vulnerabilities = {} }: AuditReport): string[] {
  return Object.entries(vulnerabilities)
    .filter(([, { severity }]) => grave.includes(severity))
    .map(
      ([name, { severity, range, fixAvailable }]) =>
        `${name} ${range} 有${severity === 'critical' ? '严重' : '高危'}安全公告${fixAvailable === false ? '，尚无修复版本' : '，已有修复版本'}。`,
    );
}
