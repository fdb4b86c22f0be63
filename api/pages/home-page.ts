import type { Role } from '../../domain/roles.ts';
import { roleTitles } from '../../domain/roles.ts';
import { loadTemplate } from '../../templates/load.ts';

interface Officer {
  readonly subject: string;
  readonly roles: string;
  readonly unitName: string;
}

interface HomePage {
  readonly base: string;
  readonly fault: string | null;
  readonly canLogIn: boolean;
  readonly officer: Officer | null;
}

const template = loadTemplate<HomePage>('pages/home');

/** The first page: the ways on, and who is logged in. */
export function homePage(page: {
  readonly base: string;
  readonly fault?: string;
  readonly login: 'offered' | 'none';
  readonly officer?: Omit<Officer, 'roles'> & { readonly roles: readonly Role[] };
}): string {
  const { base, fault = null, login, officer } = page;
  const roles = officer?.roles.map((role) => roleTitles[role]).join('、') ?? '';
  return template({
    ...{ base, fault },
    canLogIn: login === 'offered',
    officer: officer === undefined ? null : { ...officer, roles },
  });
}
