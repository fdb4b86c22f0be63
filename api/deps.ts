import type { TlsOptions } from 'node:tls';
import type { Client } from '@temporalio/client';
import type { AttachmentFiles } from '../db/attachment-files.ts';
import type { Database } from '../db/database.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { RequiredAuthentication } from '../domain/authentication.ts';
import type { PersonalChannel } from '../domain/notices/channel.ts';
import type { SessionTerms } from '../domain/session.ts';
import type { Clock } from '../platform/clock.ts';
import type { Uploads } from '../platform/files/uploads.ts';
import type { LocalLogin } from '../platform/identity/local-login.ts';
import type { LoginClient } from '../platform/identity/login.ts';
import type { LogoutTokenVerifier } from '../platform/identity/logout-token.ts';
import type { TokenVerifier } from '../platform/identity/token-verifier.ts';
import type { OutgoingGuard } from '../platform/outgoing/guard.ts';
import type { Logger } from '../platform/logger.ts';
import type { ClientCertificates } from './client-certificate.ts';
import type { Leaving } from './graceful-stop.ts';
import type { Shedding } from './hardening.ts';

/** Requests a minute; 0 is no limit. */
export interface RateLimits {
  /** Of all the people who come through one system. */
  readonly perClient: number;
  readonly perPerson: number;
}

/** The provider at which officers log in for pages, and which says when they have logged out there. */
export interface SignIn {
  readonly client: LoginClient;
  readonly verifyLogoutToken: LogoutTokenVerifier;
}

/** What the API stands on. */
export interface ApiDeps {
  /** Connected as `tongban_api`: row-level security is what keeps a unit to its own cases. */
  readonly database: Database;
  readonly units: UnitDirectory;
  /** The bytes of papers, in the database or beside it. */
  readonly attachmentFiles: AttachmentFiles;
  readonly uploads: Uploads;
  readonly temporal: Client;
  readonly verifyToken: TokenVerifier;
  /** Without it nobody logs in at pages, and tokens alone let in. */
  readonly signIn?: SignIn;
  /** What stands in for the provider in development, with a page of its own. */
  readonly localLogin?: LocalLogin;
  readonly sessionTerms?: SessionTerms;
  /** What each role asks of the authentication; nothing if left out. */
  readonly requiredAuthentication?: RequiredAuthentication;
  readonly clientCertificates?: ClientCertificates;
  /** Ends TLS here, and asks for certificates; without it, a proxy does. */
  readonly tls?: TlsOptions;
  /** Every six-digit division code that ever was in force. */
  readonly divisions: ReadonlySet<string>;
  /** Which of the channels that lead to a person take escalations. */
  readonly escalationChannels: ReadonlySet<PersonalChannel>;
  /** Which addresses may be called that others name. */
  readonly outgoing: Pick<OutgoingGuard, 'findFault'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** How people reach the API from outside; begins the `type` of every problem. */
  readonly publicUrl?: string;
  /** Temporal's pages of our namespace, for administrators; left out: nowhere. */
  readonly temporalPagesUrl?: string;
  /** The proxies before the API, by address or network: what they say of whom they serve is believed. None if left out. */
  readonly trustedProxies?: readonly string[];
  /** How long a caller waits for a worker before he is told that his act will be carried out later; 2 s if left out. */
  readonly commandTimeoutMs?: number;
  /** How long he waits for a dry run; 30 s if left out. */
  readonly replayTimeoutMs?: number;
  /** How much each client and each person may ask; as much as they like if left out. */
  readonly rateLimits?: RateLimits;
  /** Whether the process is about to stop; it is not if left out. */
  readonly leaving?: Leaving;
  /** From when on it says that it is too busy. */
  readonly shedding?: Shedding;
}
