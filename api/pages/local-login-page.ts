import { roleTitles } from '../../domain/roles.ts';
import type { LocalChoice, LocalPerson } from '../../platform/identity/local-login.ts';
import { loadTemplate } from '../../templates/load.ts';

interface LocalLoginPage extends LocalChoice {
  readonly base: string;
  readonly fault: null;
  readonly people: readonly {
    readonly officerId: string;
    readonly roles: string;
    readonly unitName: string;
  }[];
}

const template = loadTemplate<LocalLoginPage>('pages/local-login');

/** The page on which a developer chooses as whom to log in. */
export function localLoginPage(
  page: LocalChoice & {
    readonly base: string;
    readonly people: readonly (LocalPerson & { readonly unitName: string })[];
  },
): string {
  const people = page.people.map(({ officerId, roles, unitName }) => ({
    ...{ officerId, unitName },
    roles: roles.map((role) => roleTitles[role]).join('、'),
  }));
  return template({ ...page, people, fault: null });
}
