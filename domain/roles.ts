/** Who acts [§8]. A role says what a person may do; his unit says in which cases. */
export const roles = [
  'window_officer',
  'liaison_officer',
  'station_leader',
  'auxiliary',
  'county_supervisor',
  'city_supervisor',
  'province_supervisor',
  'system_administrator',
  'security_administrator',
  'auditor',
  'api_client',
] as const;

export type Role = (typeof roles)[number];

export const roleTitles = {
  window_officer: '受理民警',
  liaison_officer: '迁移信息核验专管员',
  station_leader: '所领导',
  auxiliary: '辅警',
  county_supervisor: '县级督办员',
  city_supervisor: '市级督办员',
  province_supervisor: '省级督办员',
  system_administrator: '系统管理员',
  security_administrator: '安全管理员',
  auditor: '审计员',
  api_client: '接口客户端',
} as const satisfies Record<Role, string>;

/** Who answers for the units below his own; he acts in their cases from above. */
export const supervisorRoles = ['county_supervisor', 'city_supervisor', 'province_supervisor'] as const;

export function isSupervisor(role: Role): boolean {
  return supervisorRoles.some((supervisor) => supervisor === role);
}

/** Whether the text names a role. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** Roles that are an account of their own: the three administrators (三员分立), and an auxiliary, who only drafts [§8]. */
export const separateRoles = [
  'system_administrator',
  'security_administrator',
  'auditor',
  'auxiliary',
] as const;

/** Whether one account unites what has to be kept apart: nobody acts on, decides and checks the same thing. */
export function unitesSeparateRoles(held: readonly Role[]): boolean {
  return held.length > 1 && separateRoles.some((separate) => held.includes(separate));
}
