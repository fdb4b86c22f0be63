import { sql } from 'drizzle-orm';
import { index, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../../domain/roles.ts';
import type { SessionId } from '../../domain/session.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { instant, personalText } from './columns.ts';
import { withinCallersUnit } from './directory-policies.ts';
import { apiRole } from './roles.ts';

/** Set for one transaction by `withSession`: whoever knows the token sees its session, and no other. */
const isPresented = sql.raw(`token_hash = current_setting('tongban.session', true)`);

/**
 * Officers who are logged in at pages. A session never changes what it may do: another login, or a stronger one, makes
 * another session, and this one ends.
 */
export const sessions = pgTable(
  'sessions',
  {
    /** Names it to administrators; nobody comes in with it. */
    id: uuid().$type<SessionId>().primaryKey(),
    /** SHA-256 of what the cookie holds. */
    tokenHash: text('token_hash').notNull().unique(),
    subject: text().notNull(),
    roles: text().array().$type<Role[]>().notNull(),
    unitCode: text('unit_code').$type<UnitCode>().notNull(),
    acr: text(),
    amr: text().array().notNull(),
    authenticatedAt: instant('authenticated_at'),
    providerSubject: text('provider_subject').notNull(),
    providerSession: text('provider_session'),
    /** The provider wants it back at the logout; it may hold a name. */
    idToken: personalText('id_token').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('sessions_of_subject').on(table.subject),
    index('sessions_of_provider_subject').on(table.providerSubject),
    index('sessions_of_provider_session').on(table.providerSession),
    index('sessions_expired').on(table.expiresAt),
    pgPolicy('sessions_presented', { for: 'all', to: apiRole, using: isPresented, withCheck: isPresented }),
    pgPolicy('sessions_within', { for: 'select', to: apiRole, using: withinCallersUnit('unit_code') }),
    pgPolicy('sessions_ended', { for: 'delete', to: apiRole, using: withinCallersUnit('unit_code') }),
  ],
);
