import type { Logger } from '../logger.ts';
import { findNpmBrowser, npmBrowserPackage } from './chromium/npm-browser.ts';
import {
  findPlaywrightHeadlessShell,
  findSystemBrowser,
  findSystemHeadlessShell,
  isExecutable,
} from './chromium/system-browsers.ts';
import { runCommand } from './run-command.ts';
import { UnavailablePartError } from './unavailable-part.ts';

/** Where a browser came from, in the order in which they are looked for. */
export type ChromiumSource = 'configured' | 'system_headless_shell' | 'playwright' | 'npm' | 'system_browser';

/** A browser that was found and has told its version, hence starts here. */
export interface ChromiumInstallation {
  readonly executablePath: string;
  /** Variables to add to its environment, e.g. `LD_LIBRARY_PATH` for libraries that the machine lacks. */
  readonly env: Readonly<Record<string, string>>;
  /** E.g. `Chromium`. */
  readonly name: string;
  /** E.g. `147.0.7727.0`. */
  readonly version: string;
  readonly source: ChromiumSource;
}

export interface ChromiumSearch {
  /** A path that an administrator set: it is used or refused, never passed over. */
  readonly chromiumPath?: string;
  /** Folder that may be deleted at any time; the npm browser is unpacked into it. */
  readonly cacheDir: string;
  readonly log: Logger;
}

const versionTimeoutMs = 60_000;

async function describe(
  source: ChromiumSource,
  executablePath: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ChromiumInstallation> {
  // The rest of the environment is kept out: with a developer's DISPLAY or LD_PRELOAD it would be another test.
  const output = (
    await runCommand(executablePath, ['--version'], { env, timeoutMs: versionTimeoutMs })
  ).trim();
  const match = /^(.*?)\s+(\d+(?:\.\d+)+)/.exec(output);
  return { executablePath, env, name: match?.[1] ?? output, version: match?.[2] ?? 'unknown', source };
}

/** Like describe, but explains a browser that does not start, e.g. because a library is missing. */
async function describeFound(source: ChromiumSource, executablePath: string): Promise<ChromiumInstallation> {
  try {
    return await describe(source, executablePath);
  } catch (error) {
    throw new UnavailablePartError(
      `浏览器 ${executablePath} 不能启动（“--version”失败）：请补装其所缺的系统库，或以 TONGBAN_CHROMIUM_PATH 指明另一个。`,
      { cause: error },
    );
  }
}

function isLibraryMissing(error: unknown): boolean {
  return error instanceof Error && error.message.includes('error while loading shared libraries');
}

async function findFromNpm(cacheDir: string): Promise<ChromiumInstallation | undefined> {
  const browser = await findNpmBrowser(cacheDir);
  if (browser === undefined) return undefined;
  try {
    return await describe('npm', browser.executablePath);
  } catch (error) {
    if (!isLibraryMissing(error)) throw error;
    return await describe('npm', browser.executablePath, {
      LD_LIBRARY_PATH: await browser.unpackLibraries(),
    });
  }
}

/**
 * Finds the browser that prints documents: the configured one, the system's headless shell, playwright's, the one of
 * the npm package, and last a full browser of the system, with a warning because it prints seven times slower.
 * @throws {UnavailablePartError} when there is none or the configured one is no executable file; it says what to do.
 */
export async function findChromium({
  chromiumPath,
  cacheDir,
  log,
}: ChromiumSearch): Promise<ChromiumInstallation> {
  if (chromiumPath !== undefined) {
    if (!(await isExecutable(chromiumPath))) {
      throw new UnavailablePartError(
        `所设的 Chromium 路径 ${chromiumPath} 不是可执行文件：请更正 TONGBAN_CHROMIUM_PATH，或删去该设置以自动查找。`,
      );
    }
    return describeFound('configured', chromiumPath);
  }
  const headlessShell = await findSystemHeadlessShell();
  if (headlessShell !== undefined) return describeFound('system_headless_shell', headlessShell);
  const ofPlaywright = await findPlaywrightHeadlessShell();
  if (ofPlaywright !== undefined) return describeFound('playwright', ofPlaywright);
  const ofNpm = await findFromNpm(cacheDir);
  if (ofNpm !== undefined) return ofNpm;
  const browser = await findSystemBrowser();
  if (browser !== undefined) {
    log.warn({ browser }, '只找到完整版浏览器，打印约慢七倍：建议安装 chromium-headless-shell');
    return describeFound('system_browser', browser);
  }
  throw new UnavailablePartError(
    `没有找到可用于打印的 Chromium：请安装 Debian 软件包 chromium-headless-shell 或 npm 软件包 ${npmBrowserPackage}，` +
      '或以 TONGBAN_CHROMIUM_PATH 指明其路径。',
  );
}
